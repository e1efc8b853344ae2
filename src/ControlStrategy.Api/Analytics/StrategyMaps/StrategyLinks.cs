using System.Globalization;
using ControlStrategy.Data;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Analytics.StrategyMaps;

/// <summary>Reads what is linked with what, in four statements.</summary>
internal static class StrategyLinks
{
    public static async Task<IReadOnlyList<StrategyLink>> ReadAsync(StrategyContext context, CancellationToken cancellation) =>
    [
        .. await OfInitiativesAsync(context, cancellation),
        .. await context.Initiatives.Where(initiative => initiative.Objective.Strategy.IsCurrent)
            .SelectMany(initiative => initiative.Outcomes, (initiative, outcome) => new StrategyLink(StrategyLinkKind.InitiativeOutcome, initiative.Code, outcome.Code))
            .ToListAsync(cancellation),
        .. await context.Outcomes.Where(outcome => outcome.Parent != null).OrderBy(outcome => outcome.Code)
            .Select(outcome => new StrategyLink(StrategyLinkKind.OutcomePart, outcome.Parent!.Code, outcome.Code))
            .ToListAsync(cancellation),
        .. await context.Measures.OrderBy(measure => measure.Id)
            .Select(measure => new StrategyLink(StrategyLinkKind.OutcomeMeasure, measure.Outcome.Code, measure.Code))
            .ToListAsync(cancellation),
    ];

    // An initiative listed under another is linked with that one, and through it with the objective.
    private static async Task<IEnumerable<StrategyLink>> OfInitiativesAsync(StrategyContext context, CancellationToken cancellation)
    {
        var initiatives = await context.Initiatives.Where(initiative => initiative.Objective.Strategy.IsCurrent)
            .OrderBy(initiative => initiative.Objective.Number).ThenBy(initiative => initiative.Id)
            .Select(initiative => new { initiative.Objective.Number, Above = initiative.Parent == null ? null : initiative.Parent.Code, initiative.Code })
            .ToListAsync(cancellation);
        return initiatives.Select(initiative => initiative.Above is { } above
            ? new StrategyLink(StrategyLinkKind.InitiativePart, above, initiative.Code)
            : new StrategyLink(StrategyLinkKind.ObjectiveInitiative, initiative.Number.ToString(CultureInfo.InvariantCulture), initiative.Code));
    }
}
