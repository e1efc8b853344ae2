using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Series;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Tests.Series;

/// <summary>A series of one measure (key 1) under construction; areas are added by naming their parent.</summary>
internal sealed class SeriesBuilder(SeriesGrid grid, MeasureKind kind = MeasureKind.Count)
{
    private const int MeasureId = 1;

    /// <summary>The area asked about.</summary>
    public const int Asked = 1;

    public List<AreaNode> Areas { get; } = [new(Asked, null)];

    public List<SeriesRow> Observed { get; } = [];

    public SeriesTransform Transform { get; init; }

    public int? BaselinePoints { get; init; }

    public IReadOnlyList<Recalculation> Recalculations { get; init; } = [];

    /// <summary>Periods from a day on.</summary>
    public static SeriesGrid Periods(Grain grain, DateOnly first, int count) => new(grain, first, count);

    public SeriesBuilder Area(int areaId, int parentId)
    {
        Areas.Add(new AreaNode(areaId, parentId));
        return this;
    }

    public SeriesBuilder Row(DateOnly start, decimal value, Grain grain = Grain.Month, int areaId = Asked)
    {
        Observed.Add(new SeriesRow { MeasureId = MeasureId, AreaId = areaId, Grain = grain, PeriodStart = start, Value = value });
        return this;
    }

    /// <summary>A percentage or rate by its parts; its own value is not looked at.</summary>
    public SeriesBuilder Share(DateOnly start, (decimal Numerator, decimal Denominator) parts, int areaId = Asked)
    {
        Row(start, -1, areaId: areaId);
        Observed[^1] = Observed[^1] with { Numerator = parts.Numerator, Denominator = parts.Denominator };
        return this;
    }

    /// <summary>Consecutive months; null leaves one out.</summary>
    public SeriesBuilder Months(DateOnly first, IEnumerable<int?> values, int areaId = Asked)
    {
        foreach (var (place, value) in values.Index())
        {
            if (value is { } given)
                Row(first.AddMonths(place), given, areaId: areaId);
        }
        return this;
    }

    public MeasureSeries Made()
    {
        var earlier = MeasureSeries.EarlierPeriods(grid, Transform);
        var request = new SeriesRequest
        {
            AreaId = Asked,
            Areas = new AreaTree(Areas),
            Grid = grid,
            EarlierPeriods = earlier,
            Sums = SeriesSums.Of(Observed, grid.Extended(earlier)),
            Transform = Transform,
            BaselinePoints = BaselinePoints,
        };
        return MeasureSeries.Of(request, [(MeasureId, kind, Recalculations)])[MeasureId];
    }

    public double?[] Values() => [.. Made().Points.Select(point => point.Value)];
}
