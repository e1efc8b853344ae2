using ControlStrategy.Data;
using ControlStrategy.Domain.Delivery;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Analytics.Delivery;

/// <summary>Reads what a delivery is computed from: a statement for each sort of work, however much there is of it.</summary>
/// <param name="context">The database, in one snapshot.</param>
/// <param name="asked">The initiatives.</param>
/// <param name="window">The days.</param>
internal sealed class DeliveryReading(StrategyContext context, AskedInitiatives asked, DeliveryWindow window)
{
    private readonly List<int> _ids = [.. asked.All.Select(initiative => initiative.Id)];

    /// <summary>Which sort of data counts; null for both.</summary>
    public required bool? Demonstration { get; init; }

    public async Task<RecordedWork> WorkAsync(DeliveryNeeds needs, CancellationToken cancellation) =>
        new(window, needs.Milestones ? await MilestonesAsync(cancellation) : [], needs.Activities ? await ActivitiesAsync(cancellation) : []);

    /// <summary>Keys of the partners by name, each with those of the initiatives it takes part in.</summary>
    public async Task<IReadOnlyList<IGrouping<int, int>>> PartnersAsync(CancellationToken cancellation)
    {
        var links = await context.Partners.OrderBy(partner => partner.Name)
            .SelectMany(partner => partner.Initiatives.Where(initiative => _ids.Contains(initiative.Id)), (partner, initiative) => new { partner.Id, Initiative = initiative.Id })
            .ToListAsync(cancellation);
        return [.. links.GroupBy(link => link.Id, link => link.Initiative)];
    }

    /// <summary>The entries of problem-solving plans in the order entered.</summary>
    /// <param name="ofInitiatives">Whether plans of the initiatives only are asked for.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<IReadOnlyList<StageEntry>> PlansAsync(bool ofInitiatives, CancellationToken cancellation)
    {
        var (on, areaIds, wanted) = (window.On, asked.AreaIds, Demonstration);
        return await context.ProblemSolvingPlans
            .Where(plan => wanted == null || plan.Demonstration == wanted)
            .Where(plan => areaIds == null || areaIds.Contains(plan.AreaId))
            .Where(plan => !ofInitiatives || (plan.InitiativeId != null && _ids.Contains(plan.InitiativeId.Value)))
            .SelectMany(plan => plan.Entries.Where(entry => entry.EnteredOn <= on), (plan, entry) => new { Plan = plan, Entry = entry })
            .OrderBy(one => one.Entry.Id)
            .Select(one => new StageEntry(one.Plan.Id, one.Entry.Stage, one.Entry.EnteredOn, one.Plan.Demonstration))
            .ToListAsync(cancellation);
    }

    private async Task<List<Recorded<DatedMilestone>>> MilestonesAsync(CancellationToken cancellation)
    {
        var wanted = Demonstration;
        return await context.Milestones
            .Where(milestone => _ids.Contains(milestone.InitiativeId) && (wanted == null || milestone.Demonstration == wanted))
            .Select(milestone => new Recorded<DatedMilestone>(milestone.InitiativeId, new DatedMilestone(milestone.DueOn, milestone.CompletedOn), milestone.Demonstration))
            .ToListAsync(cancellation);
    }

    private async Task<List<Recorded<ActivitySum>>> ActivitiesAsync(CancellationToken cancellation)
    {
        var (on, since, areaIds, wanted) = (window.On, window.Since, asked.AreaIds, Demonstration);
        return await context.Activities
            .Where(activity => _ids.Contains(activity.InitiativeId) && activity.HeldOn <= on && (since == null || activity.HeldOn >= since))
            .Where(activity => wanted == null || activity.Demonstration == wanted)
            .Where(activity => areaIds == null || areaIds.Contains(activity.AreaId))
            .GroupBy(activity => new { activity.InitiativeId, activity.Kind, activity.Demonstration })
            .Select(group => new Recorded<ActivitySum>(
                group.Key.InitiativeId,
                new ActivitySum(group.Key.Kind, group.Count(), group.Count(activity => activity.Reach != null), group.Sum(activity => (long?)activity.Reach) ?? 0),
                group.Key.Demonstration))
            .ToListAsync(cancellation);
    }
}
