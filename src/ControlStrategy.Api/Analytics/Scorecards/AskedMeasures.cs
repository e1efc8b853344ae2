using ControlStrategy.Data;
using ControlStrategy.Data.Figures;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Scorecards;
using ControlStrategy.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Analytics.Scorecards;

/// <summary>The measures a figure is asked for.</summary>
/// <param name="All">The measures in the order they were asked for, without one in the order they were made.</param>
/// <param name="OutcomeIds">Key of each measure's outcome.</param>
internal sealed record AskedMeasures(IReadOnlyList<ScorecardMeasure> All, IReadOnlyDictionary<int, int> OutcomeIds)
{
    /// <summary>Reads measures and their breaks.</summary>
    /// <param name="context">The database.</param>
    /// <param name="arguments">Which measures: named, or those of an outcome and of the outcomes below it.</param>
    /// <param name="outcomes">All outcomes; needed where an outcome is named.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="RequestException">UNKNOWN_MEASURE or UNKNOWN_OUTCOME: there is none of that code, or not of that outcome.</exception>
    public static async Task<AskedMeasures> ReadAsync(StrategyContext context, ScorecardArguments arguments, OutcomeTree? outcomes, CancellationToken cancellation)
    {
        var codes = arguments.Measures;
        IReadOnlyCollection<int>? below = arguments.Outcome is { } outcome ? outcomes!.WithParts(outcome) : null;
        var rows = await context.Measures
            .Where(measure => codes == null || codes.Contains(measure.Code))
            .Where(measure => below == null || below.Contains(measure.OutcomeId))
            .OrderBy(measure => measure.Id)
            .Select(measure => new { measure.Id, measure.Code, measure.Kind, measure.Polarity, measure.Grain, measure.NumeratorLabel, measure.OutcomeId })
            .ToListAsync(cancellation);
        var breaks = (await context.MeasureBreaks.Known(arguments.AsAt).Select(at => new { at.MeasureId, at.StartsOn }).ToListAsync(cancellation))
            .ToLookup(at => at.MeasureId, at => at.StartsOn);
        var byCode = rows.ToDictionary(
            row => row.Code,
            row => new ScorecardMeasure(row.Id, row.Kind, row.Polarity)
            {
                Grain = row.Grain,
                CountsClearedUp = row.Kind is MeasureKind.Count && row.NumeratorLabel is not null,
                Breaks = [.. breaks[row.Id]],
            },
            StringComparer.Ordinal);
        IEnumerable<string> wanted = codes?.Distinct(StringComparer.Ordinal) ?? rows.Select(row => row.Code);
        return new AskedMeasures([.. wanted.Select(code => Find(byCode, code, arguments.Outcome))], rows.ToDictionary(row => row.Id, row => row.OutcomeId));
    }

    private static ScorecardMeasure Find(Dictionary<string, ScorecardMeasure> byCode, string code, string? outcome) => byCode.TryGetValue(code, out var measure)
        ? measure
        : throw new RequestException("UNKNOWN_MEASURE", $"There is no measure '{code}'{(outcome is null ? "" : $" of outcome '{outcome}' or below it")}. The query measures lists them.");
}
