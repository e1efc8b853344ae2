namespace ControlStrategy.Domain.Surveys;

/// <summary>The estimates of one question in one area in the order of fieldwork: of sweeps, or of pooled waves, never of both.</summary>
public sealed class EstimateSeries
{
    private readonly AskedQuestion _question;

    /// <summary>Puts the estimates in order.</summary>
    /// <param name="question">The question.</param>
    /// <param name="points">Its estimates in one area, one a wave, in any order.</param>
    /// <exception cref="ArgumentException">They are of several areas, or of sweeps and pooled waves.</exception>
    public EstimateSeries(AskedQuestion question, IEnumerable<EstimatePoint> points)
    {
        _question = question;
        Points = [.. points.OrderBy(point => point.Wave.FieldworkFirstDay).ThenBy(point => point.Wave.FieldworkLastDay).ThenBy(point => point.Wave.Label, StringComparer.Ordinal)];
        if (Points.Any(point => (point.AreaId, point.Wave.Pooled) != (Points[0].AreaId, Points[0].Wave.Pooled)))
            throw new ArgumentException("A series is of one area, and of sweeps or of pooled waves.", nameof(points));
    }

    /// <summary>The estimates in the order of fieldwork.</summary>
    public IReadOnlyList<EstimatePoint> Points { get; }

    /// <summary>An estimate against the newest one before it that is shown; null where there is none.</summary>
    /// <param name="index">Its place in <see cref="Points"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public WaveComparison? SincePrevious(int index) => Since(Before(index).LastOrDefault(IsShown), Points[index]);

    /// <summary>An estimate against the first one that is shown; null for that one and those before it.</summary>
    /// <param name="index">Its place in <see cref="Points"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public WaveComparison? SinceFirst(int index) => Since(Before(index).FirstOrDefault(IsShown), Points[index]);

    /// <summary>Every estimate against every earlier one, in the order of fieldwork.</summary>
    public IEnumerable<WaveComparison> Pairs() =>
        Points.SelectMany((later, index) => Points.Take(index).Select(earlier => Since(earlier, later)!));

    private static bool IsShown(EstimatePoint point) => point.Estimate.Percentage is not null;

    private IEnumerable<EstimatePoint> Before(int index) => Points.Take(index);

    private WaveComparison? Since(EstimatePoint? earlier, EstimatePoint later) =>
        earlier is null ? null : new WaveComparison(earlier.Wave, later.Wave, _question.Compare(earlier, later));
}

/// <summary>The estimates of two waves of a series, compared.</summary>
/// <param name="From">The earlier wave.</param>
/// <param name="To">The later wave.</param>
/// <param name="Comparison">The later estimate against the earlier.</param>
public sealed record WaveComparison(SurveyWave From, SurveyWave To, EstimateComparison Comparison);
