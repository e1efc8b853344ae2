using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Surveys;
using ControlStrategy.GraphQL.Records;

namespace ControlStrategy.Api.Surveys;

/// <summary>Draws the series of a trend from what is held.</summary>
/// <param name="question">The question.</param>
/// <param name="estimates">Its estimates in the asked areas and the nation.</param>
/// <param name="areas">The asked areas.</param>
/// <param name="withPairs">Whether every wave is compared with every earlier one.</param>
internal sealed class TrendLines(AskedQuestion question, HeldEstimates estimates, SurveyAreas areas, bool withPairs)
{
    /// <summary>For each area the series of sweeps and that of pooled ones; waves that no asked area has estimates of are left out.</summary>
    public IReadOnlyList<SurveySeries> Draw(IEnumerable<SurveyWave> waves)
    {
        var lines = waves.Where(wave => estimates.Has(wave, areas.Ids)).GroupBy(wave => wave.Pooled).OrderBy(line => line.Key).ToList();
        return [.. areas.Ids.SelectMany(areaId => lines.Select(line => Series(areaId, line.Key, line)))];
    }

    private SurveySeries Series(int areaId, bool isPooled, IEnumerable<SurveyWave> waves)
    {
        var series = new EstimateSeries(question, waves.Select(wave => estimates.Point(areaId, wave)));
        return new SurveySeries(
            new EntityKey<Area>(areaId),
            isPooled,
            [.. series.Points.Select((point, index) => Point(series, point, index))],
            withPairs ? [.. series.Pairs().Select(pair => Change(pair)!)] : []);
    }

    private SurveyPoint Point(EstimateSeries series, EstimatePoint point, int index) => new(
        new EntityKey<SurveyWave>(point.Wave.Id),
        point.Estimate,
        Change(series.SincePrevious(index)),
        Change(series.SinceFirst(index)),
        question.Compare(estimates.Point(areas.NationId, point.Wave), point));

    private static SurveyChange? Change(WaveComparison? compared) => compared is null ? null : new SurveyChange(
        new EntityKey<SurveyWave>(compared.From.Id),
        new EntityKey<SurveyWave>(compared.To.Id),
        compared.Comparison.Difference,
        compared.Comparison.Threshold,
        compared.Comparison.Significant,
        compared.Comparison.Verdict,
        compared.Comparison.Reason);
}
