using ControlStrategy.Data;
using ControlStrategy.Data.Figures;
using ControlStrategy.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Surveys;

/// <summary>The estimates of a question in some areas and waves, as they are held or were held at a moment.</summary>
internal sealed class HeldEstimates
{
    private readonly AskedQuestion _question;
    private readonly List<Row> _rows;
    private readonly Dictionary<(int, int), Row> _byPlace;

    private HeldEstimates(AskedQuestion question, List<Row> rows)
    {
        (_question, _rows) = (question, rows);
        _byPlace = rows.ToDictionary(row => (row.AreaId, row.WaveId));
    }

    /// <summary>When the newest of them was recorded; none where there are none.</summary>
    public DateTimeOffset? NewestRecordedAt => _rows.Count == 0 ? null : _rows.Max(row => row.RecordedAt);

    /// <summary>Where they were published, each source once.</summary>
    public IReadOnlyList<string> Sources => [.. _rows.Select(row => row.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Reads them in one statement.</summary>
    public static async Task<HeldEstimates> ReadAsync(
        StrategyContext context, HeldQuestion question, (IReadOnlyCollection<int> AreaIds, IReadOnlyCollection<int> WaveIds) places, DateTimeOffset? asAt, CancellationToken cancellation) =>
        new(question.Question, await context.SurveyEstimates.Known(asAt)
            .Where(estimate => estimate.QuestionId == question.Id && places.AreaIds.Contains(estimate.AreaId) && places.WaveIds.Contains(estimate.WaveId))
            .Select(estimate => new Row(estimate.AreaId, estimate.WaveId, estimate.Percentage, estimate.UnweightedBase, estimate.Shorthand, estimate.Source, estimate.RecordedAt))
            .ToListAsync(cancellation));

    /// <summary>Whether any of the areas has an estimate of the wave, be it one that is withheld.</summary>
    public bool Has(SurveyWave wave, IEnumerable<int> areaIds) => areaIds.Any(areaId => _byPlace.ContainsKey((areaId, wave.Id)));

    /// <summary>The estimate of an area and wave as it may be shown.</summary>
    public EstimatePoint Point(int areaId, SurveyWave wave) => new(areaId, wave, _question.Show(wave, Recorded(areaId, wave)));

    /// <summary>Those of some points only.</summary>
    public HeldEstimates Of(IReadOnlyCollection<EstimatePoint> points) =>
        new(_question, [.. _rows.Where(row => points.Any(point => point.AreaId == row.AreaId && point.Wave.Id == row.WaveId))]);

    private RecordedEstimate? Recorded(int areaId, SurveyWave wave) => _byPlace.TryGetValue((areaId, wave.Id), out var row)
        ? new RecordedEstimate(row.Percentage, row.UnweightedBase, row.Shorthand == "[u]")
        : null;

    private sealed record Row(int AreaId, int WaveId, decimal? Percentage, int? UnweightedBase, string? Shorthand, string Source, DateTimeOffset RecordedAt);
}
