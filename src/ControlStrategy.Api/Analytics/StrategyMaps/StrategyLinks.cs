using System.Globalization;
using ControlStrategy.Data;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Analytics.StrategyMaps;

/// <summary>Reads what is linked with what, in four statements.</summary>
internal static class StrategyLinks
{
    /// <param name="context">The database.</param>
    /// <param name="initiativeIds">Keys of the initiatives on the map: a link leads nowhere else.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<IReadOnlyList<StrategyLink>> ReadAsync(StrategyContext context, IReadOnlyCollection<int> initiativeIds, CancellationToken cancellation) =>
    [
        .. await OfInitiativesAsync(context, initiativeIds, cancellation),
        .. await context.Initiatives.Where(initiative => initiativeIds.Contains(initiative.Id)).OrderBy(initiative => initiative.Id)
            .SelectMany(initiative => initiative.Outcomes, (initiative, outcome) => new StrategyLink(StrategyLinkKind.InitiativeOutcome, initiative.Code, outcome.Code))
            .ToListAsync(cancellation),
        .. await context.Outcomes.Where(outcome => outcome.Parent != null).OrderBy(outcome => outcome.Code)
            .Select(outcome => new StrategyLink(StrategyLinkKind.OutcomePart, outcome.Parent!.Code, outcome.Code))
            .ToListAsync(cancellation),
        .. await context.Measures.OrderBy(measure => measure.Id)
            .Select(measure => new StrategyLink(StrategyLinkKind.OutcomeMeasure, measure.Outcome.Code, measure.Code))
            .ToListAsync(cancellation),
    ];

    // An initiative listed under another on the map is linked with that one, and through it with the objective.
    private static async Task<IEnumerable<StrategyLink>> OfInitiativesAsync(StrategyContext context, IReadOnlyCollection<int> initiativeIds, CancellationToken cancellation)
    {
        var initiatives = await context.Initiatives.Where(initiative => initiativeIds.Contains(initiative.Id))
            .OrderBy(initiative => initiative.Objective.Number).ThenBy(initiative => initiative.Id)
            .Select(initiative => new { initiative.Objective.Number, Above = initiative.Parent == null || !initiativeIds.Contains(initiative.Parent.Id) ? null : initiative.Parent.Code, initiative.Code })
            .ToListAsync(cancellation);
        return initiatives.Select(initiative => initiative.Above is { } above
            ? new StrategyLink(StrategyLinkKind.InitiativePart, above, initiative.Code)
            : new StrategyLink(StrategyLinkKind.ObjectiveInitiative, initiative.Number.ToString(CultureInfo.InvariantCulture), initiative.Code));
    }
}
