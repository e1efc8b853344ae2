using System.Data.Common;
using ControlStrategy.Data.Mappings;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Statistics;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Figures;

/// <summary>What the observations of a period, and of the same months of earlier years, add up to.</summary>
/// <param name="Sums">One entry per measure, area, grain and year that has observations.</param>
/// <param name="NewestRecordedAt">When the newest of the observations read was recorded; null when there are none.</param>
public sealed record PeriodSums(IReadOnlyList<PeriodSum> Sums, DateTimeOffset? NewestRecordedAt)
{
    // A group's key is one integer, which the database sorts twice as fast as four columns: measure, area, grain, years back.
    private const int PlaceBits = 6;
    private const int GrainBits = 2;
    private const int AreaBits = 23;

    // EF would add decimals up in managed code on SQLite; the stored integers add up in the database.
    private const string Columns = """
        COUNT(*), SUM("Value"), MAX("RecordedAt"), MIN("Status"), COUNT("Numerator"), SUM("Numerator"), COUNT("Denominator"), SUM("Denominator")
        """;

    /// <summary>No observations.</summary>
    public static PeriodSums Nothing { get; } = new([], null);

    /// <summary>Whether any of the observations read may still change.</summary>
    public bool AnyProvisional => Sums.Any(sum => sum.IsProvisional);

    /// <summary>Reads the sums in one statement.</summary>
    /// <param name="context">The database.</param>
    /// <param name="scope">Whose observations.</param>
    /// <param name="period">The period asked about.</param>
    /// <param name="yearsBack">How many years before it are needed, 0 to 60.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<PeriodSums> ReadAsync(
        DbContext context, FigureScope scope, ReportingPeriod period, int yearsBack, CancellationToken cancellation)
    {
        if (scope.IsEmpty) return Nothing;
        var ranges = new PeriodRanges(period, yearsBack);
        var sums = new List<PeriodSum>();
        var newest = long.MinValue;
        await scope.ReadAsync(context, new FigureStatement(Text(scope, ranges), ranges.AddTo), Take, cancellation);
        return new PeriodSums(sums, sums.Count == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(newest));

        void Take(DbDataReader row)
        {
            sums.Add(Sum(row));
            newest = Math.Max(newest, row.GetInt64(3));
        }
    }

    private static string Text(FigureScope scope, PeriodRanges ranges) => $"""
        SELECT (("MeasureId" * {1L << AreaBits} + "AreaId") * {1 << GrainBits} + "Grain") * {1 << PlaceBits} + {ranges.YearsBack} AS "Place", {Columns}
        FROM "Observations"
        WHERE {scope.Condition} AND {ranges.Condition}
        GROUP BY "Place"
        """;

    private static PeriodSum Sum(DbDataReader row)
    {
        var (place, count) = (row.GetInt64(0), row.GetInt32(1));
        return new PeriodSum
        {
            MeasureId = (int)(place >> (AreaBits + GrainBits + PlaceBits)),
            AreaId = (int)(place >> (GrainBits + PlaceBits)) & ((1 << AreaBits) - 1),
            Grain = (Grain)((place >> PlaceBits) & ((1 << GrainBits) - 1)),
            Place = (int)(place & ((1 << PlaceBits) - 1)),
            RowCount = count,
            Value = Amount(row, 2),
            IsProvisional = row.GetInt32(4) == (int)ObservationStatus.Provisional,
            Numerator = row.GetInt32(5) == count ? Amount(row, 6) : null,
            Denominator = row.GetInt32(7) == count ? Amount(row, 8) : null,
        };
    }

    private static decimal Amount(DbDataReader row, int ordinal) => AmountConverter.FromUnits(row.GetInt64(ordinal));
}
