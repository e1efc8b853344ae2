using System.Data.Common;
using ControlStrategy.Data.Mappings;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Statistics;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Figures;

/// <summary>What the observations of stretches of time add up to, as of a period and of the same months of earlier years.</summary>
/// <param name="Sums">One entry per measure, area, grain and stretch that has observations.</param>
/// <param name="NewestRecordedAt">When the newest of the observations read was recorded; null when there are none.</param>
public sealed record PeriodSums(IReadOnlyList<PeriodSum> Sums, DateTimeOffset? NewestRecordedAt)
{
    // A group's key is one integer, which the database sorts twice as fast as several columns: measure, area, grain, first segment, segments more.
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

    /// <summary>Reads in one statement the sums of a period and of the same months of earlier years; a sum's place is how many years back.</summary>
    /// <param name="context">The database.</param>
    /// <param name="scope">Whose observations.</param>
    /// <param name="period">The period asked about.</param>
    /// <param name="yearsBack">How many years before it are needed, 0 or more.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static Task<PeriodSums> ReadAsync(DbContext context, FigureScope scope, ReportingPeriod period, int yearsBack, CancellationToken cancellation) =>
        ReadAsync(context, scope, YearsOf(period, yearsBack), cancellation);

    /// <summary>Reads in one statement the sums of any stretches of time, which may overlap; a sum's place is its stretch's.</summary>
    /// <param name="context">The database.</param>
    /// <param name="scope">Whose observations.</param>
    /// <param name="stretches">The stretches, each once; together they may begin and end on 4,096 days.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<PeriodSums> ReadAsync(DbContext context, FigureScope scope, IReadOnlyList<MonthSpan> stretches, CancellationToken cancellation)
    {
        if (scope.IsEmpty || stretches.Count == 0) return Nothing;
        var segments = new TimeSegments(stretches);
        var sums = new StretchSums(segments);
        var newest = long.MinValue;
        await scope.ReadAsync(context, new FigureStatement(Text(scope, segments), segments.AddTo), Take, cancellation);
        return new PeriodSums(sums.All, newest == long.MinValue ? null : DateTimeOffset.FromUnixTimeMilliseconds(newest));

        void Take(DbDataReader row)
        {
            var first = (int)(row.GetInt64(0) >> TimeSegments.LengthBits) & ((1 << TimeSegments.PlaceBits) - 1);
            sums.Add(Sum(row), first, first + ((int)row.GetInt64(0) & ((1 << TimeSegments.LengthBits) - 1)));
            newest = Math.Max(newest, row.GetInt64(3));
        }
    }

    internal static IReadOnlyList<MonthSpan> YearsOf(ReportingPeriod period, int yearsBack) =>
        [.. Enumerable.Range(0, yearsBack + 1).Select(back => period.YearsBack(back).Months)];

    private static string Text(FigureScope scope, TimeSegments segments) => $"""
        SELECT ((("MeasureId" * {1L << AreaBits} + "AreaId") * {1 << GrainBits} + "Grain") * {1 << TimeSegments.PlaceBits} + {segments.First}) * {1 << TimeSegments.LengthBits}{More(segments)} AS "Place", {Columns}
        FROM "Observations"
        WHERE {scope.Condition} AND {segments.Condition}
        GROUP BY "Place"
        """;

    private static string More(TimeSegments segments) => segments.IsAnyLong ? $" + {segments.Last} - {segments.First}" : "";

    private static PeriodSum Sum(DbDataReader row)
    {
        var (place, count) = (row.GetInt64(0) >> (TimeSegments.PlaceBits + TimeSegments.LengthBits), row.GetInt32(1));
        return new PeriodSum
        {
            MeasureId = (int)(place >> (AreaBits + GrainBits)),
            AreaId = (int)(place >> GrainBits) & ((1 << AreaBits) - 1),
            Grain = (Grain)(place & ((1 << GrainBits) - 1)),
            Place = 0,
            RowCount = count,
            Value = Amount(row, 2),
            IsProvisional = row.GetInt32(4) == (int)ObservationStatus.Provisional,
            Numerator = row.GetInt32(5) == count ? Amount(row, 6) : null,
            Denominator = row.GetInt32(7) == count ? Amount(row, 8) : null,
        };
    }

    private static decimal Amount(DbDataReader row, int ordinal) => AmountConverter.FromUnits(row.GetInt64(ordinal));
}
