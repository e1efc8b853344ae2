using System.Runtime.InteropServices;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Series;

/// <summary>One observation as far as a series needs it.</summary>
public readonly record struct SeriesRow
{
    /// <summary>The measure's key.</summary>
    public required int MeasureId { get; init; }

    /// <summary>The area's key.</summary>
    public required int AreaId { get; init; }

    /// <summary>Length of the period.</summary>
    public required Grain Grain { get; init; }

    /// <summary>First day of the period.</summary>
    public required DateOnly PeriodStart { get; init; }

    /// <summary>The value.</summary>
    public required decimal Value { get; init; }

    /// <summary>The numerator; null where there is none.</summary>
    public decimal? Numerator { get; init; }

    /// <summary>The denominator; null where there is none.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>Whether the value may still change.</summary>
    public bool IsProvisional { get; init; }
}

/// <summary>Puts observations in the periods of a series.</summary>
public static class SeriesSums
{
    /// <summary>Adds up by measure, area, period and grain what lies wholly within a period; the rest counts for nothing.</summary>
    /// <param name="rows">Observations.</param>
    /// <param name="grid">The periods.</param>
    public static IReadOnlyCollection<PeriodSum> Of(IEnumerable<SeriesRow> rows, SeriesGrid grid)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(grid);
        var sums = new Dictionary<(int, int, int, Grain), PeriodSum>();
        foreach (var row in rows)
        {
            if (grid.PlaceOf(row.PeriodStart, row.Grain) is not { } place) continue;
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, (row.MeasureId, row.AreaId, place, row.Grain), out var isKnown);
            sum = isKnown ? Together(sum, row) : First(row, place);
        }

        return sums.Values;
    }

    private static PeriodSum First(SeriesRow row, int place) => new()
    {
        MeasureId = row.MeasureId,
        AreaId = row.AreaId,
        Grain = row.Grain,
        Place = place,
        RowCount = 1,
        Value = row.Value,
        Numerator = row.Numerator,
        Denominator = row.Denominator,
        IsProvisional = row.IsProvisional,
    };

    private static PeriodSum Together(PeriodSum sum, SeriesRow row) => sum with
    {
        RowCount = sum.RowCount + 1,
        Value = sum.Value + row.Value,
        Numerator = sum.Numerator + row.Numerator,
        Denominator = sum.Denominator + row.Denominator,
        IsProvisional = sum.IsProvisional || row.IsProvisional,
    };
}
