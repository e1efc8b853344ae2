using ControlStrategy.Domain.Delivery;

namespace ControlStrategy.Api.Analytics.Delivery;

/// <summary>Puts the work on record together by what it is asked for.</summary>
internal sealed class DeliveryRows
{
    private readonly AskedInitiatives _asked;
    private readonly RecordedWork _work;
    private readonly Dictionary<int, StatedInitiative> _stated;

    /// <param name="asked">The initiatives.</param>
    /// <param name="work">Their work.</param>
    /// <param name="demonstration">Which sort of statuses counts; null for both.</param>
    public DeliveryRows(AskedInitiatives asked, RecordedWork work, bool? demonstration)
    {
        (_asked, _work) = (asked, work);
        _stated = asked.Stated(demonstration).ToDictionary(initiative => initiative.InitiativeId);
        Total = work.Of(_stated.Values);
    }

    /// <summary>All initiatives together.</summary>
    public WorkState Total { get; }

    public IReadOnlyList<ObjectiveDelivery> Objectives()
    {
        var initiatives = _asked.All.ToLookup(initiative => initiative.ObjectiveId, initiative => initiative.Id);
        return [.. _asked.ObjectiveIds.Select(id => new ObjectiveDelivery(id, Of(initiatives[id])))];
    }

    public IReadOnlyList<InitiativeDelivery> Initiatives() => [.. _asked.All.Select(initiative => new InitiativeDelivery(initiative.Id, Of([initiative.Id])))];

    /// <param name="partners">Keys of partners, each with those of its initiatives.</param>
    public IReadOnlyList<PartnerDelivery> Partners(IEnumerable<IGrouping<int, int>> partners) => [.. partners.Select(partner => new PartnerDelivery(partner.Key, Of(partner)))];

    private WorkState Of(IEnumerable<int> initiativeIds) => _work.Of([.. initiativeIds.Select(id => _stated[id])]);
}
