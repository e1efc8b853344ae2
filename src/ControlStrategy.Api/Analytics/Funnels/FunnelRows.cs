using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Funnels;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Scorecards;
using ControlStrategy.GraphQL.Records;
using Comparison = ControlStrategy.Domain.Funnels.Funnel;

namespace ControlStrategy.Api.Analytics.Funnels;

/// <summary>Compares the lines of areas, and shows what came of it.</summary>
internal static class FunnelRows
{
    /// <summary>Counts over people, rates over their denominators, percentages out of theirs.</summary>
    public static Comparison Compare(MeasureKind kind, IReadOnlyList<ScorecardLine> lines)
    {
        FunnelArea[] areas = [.. lines.Select(line => kind is MeasureKind.Count
            ? new FunnelArea(line.AreaId, line.Current.Value, line.Rate.Population, line.Current.Reason)
            : new FunnelArea(line.AreaId, (double?)line.Current.Numerator, (double?)line.Current.Denominator, line.Current.Reason))];
        return kind is MeasureKind.Percentage ? Comparison.OfProportions(areas) : Comparison.OfCounts(areas);
    }

    public static FunnelSummary Summary(Comparison funnel) => new(
        funnel.Distribution,
        funnel.Per,
        funnel.Overall,
        funnel.Observed,
        funnel.Exposure,
        funnel.AreaCount,
        funnel.Dispersion,
        funnel.DispersionThreshold,
        funnel.Widened,
        funnel.Reason);

    public static IReadOnlyList<FunnelRow> Of(Comparison funnel, IReadOnlyList<ScorecardLine> lines) =>
        [.. funnel.Points.Zip(lines, (point, line) => Row(point, line.Rate.PopulationYear))];

    private static FunnelRow Row(FunnelPoint point, int? populationYear) => new()
    {
        Area = new EntityKey<Area>(point.AreaId),
        Observed = point.Observed,
        Exposure = point.Exposure,
        PopulationYear = populationYear,
        Value = point.Value,
        Reason = point.Reason,
        Expected = point.Expected,
        Z = point.Z,
        Lower95 = point.Limits95?.Lower,
        Upper95 = point.Limits95?.Upper,
        Lower998 = point.Limits998?.Lower,
        Upper998 = point.Limits998?.Upper,
        Word = point.Word,
        Outside998 = point.Outside998,
        LimitsReason = point.LimitsReason,
    };
}
