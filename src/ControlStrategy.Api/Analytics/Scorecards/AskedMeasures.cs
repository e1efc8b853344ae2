using ControlStrategy.Data;
using ControlStrategy.Data.Figures;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Scorecards;
using ControlStrategy.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Analytics.Scorecards;

/// <summary>Which measures a figure is asked for.</summary>
/// <param name="Codes">Their codes; null for all, or all of the outcome.</param>
/// <param name="Outcome">Code of an outcome: its measures and those of the outcomes below it; null for any.</param>
/// <param name="AsAt">The moment whose knowledge counts; null for now.</param>
internal sealed record MeasureChoice(IReadOnlyList<string>? Codes, string? Outcome, DateTimeOffset? AsAt);

/// <summary>The measures a figure is asked for.</summary>
/// <param name="All">The measures in the order they were asked for, without one in the order they were made.</param>
/// <param name="OutcomeIds">Key of each measure's outcome.</param>
internal sealed record AskedMeasures(IReadOnlyList<ScorecardMeasure> All, IReadOnlyDictionary<int, int> OutcomeIds)
{
    /// <summary>Reads measures and their breaks.</summary>
    /// <param name="context">The database.</param>
    /// <param name="choice">Which measures.</param>
    /// <param name="outcomes">All outcomes; needed where an outcome is named.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="RequestException">UNKNOWN_MEASURE or UNKNOWN_OUTCOME: there is none of that code, or not of that outcome.</exception>
    public static async Task<AskedMeasures> ReadAsync(StrategyContext context, MeasureChoice choice, OutcomeTree? outcomes, CancellationToken cancellation)
    {
        var codes = choice.Codes;
        IReadOnlyCollection<int>? below = choice.Outcome is { } outcome ? outcomes!.WithParts(outcome) : null;
        var rows = await context.Measures
            .Where(measure => codes == null || codes.Contains(measure.Code))
            .Where(measure => below == null || below.Contains(measure.OutcomeId))
            .OrderBy(measure => measure.Id)
            .Select(measure => new { measure.Id, measure.Code, measure.Kind, measure.Polarity, measure.Grain, measure.NumeratorLabel, measure.OutcomeId })
            .ToListAsync(cancellation);
        var breaks = (await context.MeasureBreaks.Known(choice.AsAt).Select(at => new { at.MeasureId, at.StartsOn }).ToListAsync(cancellation))
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
        return new AskedMeasures([.. wanted.Select(code => Find(byCode, code, choice.Outcome))], rows.ToDictionary(row => row.Id, row => row.OutcomeId));
    }

    /// <summary>Reads one measure and its breaks.</summary>
    /// <exception cref="RequestException">UNKNOWN_MEASURE: there is none of that code.</exception>
    public static async Task<ScorecardMeasure> FindAsync(StrategyContext context, string code, DateTimeOffset? asAt, CancellationToken cancellation) =>
        (await ReadAsync(context, new MeasureChoice([code], null, asAt), null, cancellation)).All[0];

    /// <summary>The refusal of a code that no measure has.</summary>
    public static RequestException Unknown(string code, string? outcome = null) =>
        new("UNKNOWN_MEASURE", $"There is no measure '{code}'{(outcome is null ? "" : $" of outcome '{outcome}' or below it")}. The query measures lists them.");

    private static ScorecardMeasure Find(Dictionary<string, ScorecardMeasure> byCode, string code, string? outcome) => byCode.TryGetValue(code, out var measure)
        ? measure
        : throw Unknown(code, outcome);
}
