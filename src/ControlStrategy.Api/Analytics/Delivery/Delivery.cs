using System.Diagnostics.CodeAnalysis;
using ControlStrategy.Domain.Delivery;
using ControlStrategy.Domain.Initiatives;
using ControlStrategy.Domain.Strategies;
using ControlStrategy.GraphQL.Records;

namespace ControlStrategy.Api.Analytics.Delivery;

/// <summary>How the work of the strategy in force stood on a day. Dates, statuses and links are as they are on record now.</summary>
/// <param name="On">The day.</param>
/// <param name="Since">First day that counts; null where all do.</param>
/// <param name="Demonstration">Whether anything counted in this answer is demonstration data, not what was done.</param>
/// <param name="Total">All initiatives together.</param>
/// <param name="Objectives">Each objective asked for, by number, from its initiatives, those listed under others too.</param>
/// <param name="Initiatives">Each initiative asked for, by objective and in the strategy's order, without those listed under it.</param>
/// <param name="Partners">
/// Each organisation that takes part in any of these initiatives, by name. What several take part in counts in full for each of them, so the
/// sum over partners can exceed the total; it says what they have a part in, not what is their doing alone.
/// </param>
/// <param name="Plans">Problem-solving plans, those of no initiative too unless an objective or initiatives are asked for.</param>
public sealed record Delivery(
    DateOnly On,
    DateOnly? Since,
    bool Demonstration,
    WorkState Total,
    IReadOnlyList<ObjectiveDelivery> Objectives,
    IReadOnlyList<InitiativeDelivery> Initiatives,
    IReadOnlyList<PartnerDelivery> Partners,
    PlanDelivery Plans);

/// <summary>How the work on one objective stood.</summary>
public sealed record ObjectiveDelivery : WorkState
{
    [SetsRequiredMembers]
    internal ObjectiveDelivery(int objectiveId, WorkState work) : base(work) => Objective = new EntityKey<Objective>(objectiveId);

    /// <summary>The objective.</summary>
    public EntityKey<Objective> Objective { get; }
}

/// <summary>How the work of one initiative stood.</summary>
public sealed record InitiativeDelivery : WorkState
{
    [SetsRequiredMembers]
    internal InitiativeDelivery(int initiativeId, WorkState work) : base(work) => Initiative = new EntityKey<Initiative>(initiativeId);

    /// <summary>The initiative.</summary>
    public EntityKey<Initiative> Initiative { get; }
}

/// <summary>How the work stood that one organisation takes part in, with others or not: its part in it, not its doing alone.</summary>
public sealed record PartnerDelivery : WorkState
{
    [SetsRequiredMembers]
    internal PartnerDelivery(int partnerId, WorkState work) : base(work) => Partner = new EntityKey<Partner>(partnerId);

    /// <summary>The organisation.</summary>
    public EntityKey<Partner> Partner { get; }
}
