using ControlStrategy.Api.Analytics.Scorecards;
using ControlStrategy.Data;
using ControlStrategy.Data.Revisions;
using ControlStrategy.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Analytics.Changes;

/// <summary>Finds what changes are asked for, in up to four statements.</summary>
internal static class AskedRevisions
{
    /// <exception cref="RequestException">INVALID_RANGE, UNKNOWN_MEASURE, UNKNOWN_OUTCOME or UNKNOWN_AREA: something ends before it begins, or has no such code.</exception>
    public static async Task<RevisionScope> ReadAsync(StrategyContext context, ChangesSinceArguments arguments, CancellationToken cancellation)
    {
        Check(arguments);
        return new RevisionScope
        {
            AsAt = arguments.AsAt,
            Until = arguments.Until,
            MeasureIds = await MeasuresAsync(context, arguments, cancellation),
            AreaIds = await AreasAsync(context, arguments, cancellation),
            From = arguments.From,
            To = arguments.To,
            Figures = arguments.Figures,
            Kinds = arguments.Kinds,
        };
    }

    private static void Check(ChangesSinceArguments arguments)
    {
        if (arguments.Until < arguments.AsAt)
            throw new RequestException("INVALID_RANGE", $"Changes are asked for until {arguments.Until:O}, before {arguments.AsAt:O}.");
        if (arguments.To < arguments.From)
            throw new RequestException("INVALID_RANGE", $"The periods end on {arguments.To:O}, before they begin on {arguments.From:O}.");
    }

    private static async Task<IReadOnlyCollection<int>?> MeasuresAsync(StrategyContext context, ChangesSinceArguments arguments, CancellationToken cancellation)
    {
        if (arguments is { Measures: null, Outcome: null }) return null;
        var below = arguments.Outcome is { } outcome ? (await OutcomeTree.ReadAsync(context, cancellation)).WithParts(outcome) : null;
        var codes = arguments.Measures;
        var measures = await context.Measures
            .Where(measure => codes == null || codes.Contains(measure.Code))
            .Select(measure => new { measure.Id, measure.Code, measure.OutcomeId })
            .ToListAsync(cancellation);
        if (codes?.Except(measures.Select(measure => measure.Code), StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw AskedMeasures.Unknown(unknown);
        return [.. measures.Where(measure => below is null || below.Contains(measure.OutcomeId)).Select(measure => measure.Id)];
    }

    private static async Task<IReadOnlyCollection<int>?> AreasAsync(StrategyContext context, ChangesSinceArguments arguments, CancellationToken cancellation) =>
        arguments is { Areas: null, Level: null }
            ? null
            : await (await KnownAreas.ReadAsync(context, cancellation)).AskedAsync(context, arguments.Areas, arguments.Level, cancellation);
}
