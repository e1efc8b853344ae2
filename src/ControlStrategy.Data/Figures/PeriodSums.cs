using System.Data.Common;
using System.Globalization;
using ControlStrategy.Data.Mappings;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Statistics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ControlStrategy.Data.Figures;

/// <summary>What the current observations of a period, and of the same months of earlier years, add up to.</summary>
/// <param name="Sums">One entry per measure, area, grain and year that has observations.</param>
/// <param name="Sources">Where the observations come from, each source once, in ordinal order.</param>
/// <param name="AnyProvisional">Whether any of them may still change.</param>
/// <param name="NewestRecordedAt">When the newest of the observations read was recorded; null when there are none.</param>
public sealed record PeriodSums(
    IReadOnlyList<PeriodSum> Sums, IReadOnlyList<string> Sources, bool AnyProvisional, DateTimeOffset? NewestRecordedAt)
{
    // EF would add decimals up in managed code on SQLite; the stored integers add up in the database.
    private const string Columns = """
        COUNT(*), SUM("Value"), COUNT("Numerator"), SUM("Numerator"), COUNT("Denominator"), SUM("Denominator"), MAX("RecordedAt"), MIN("Status"), "Source"
        """;

    /// <summary>Reads the sums in one statement.</summary>
    /// <param name="context">The database.</param>
    /// <param name="period">The period asked about.</param>
    /// <param name="earlierYears">How many years before it are needed, 0 or more.</param>
    /// <param name="measureIds">Keys of the measures.</param>
    /// <param name="areaIds">Keys of the areas.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<PeriodSums> ReadAsync(
        DbContext context, ReportingPeriod period, int earlierYears, IReadOnlyCollection<int> measureIds, IReadOnlyCollection<int> areaIds, CancellationToken cancellation)
    {
        if (measureIds.Count == 0 || areaIds.Count == 0) return new PeriodSums([], [], false, null);
        await context.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
            var ranges = Enumerable.Range(0, earlierYears + 1).Select(period.YearsBack).ToList();
#pragma warning disable CA2100 // The text holds keys and positions only; days are parameters.
            command.CommandText = Text(ranges.Count, measureIds, areaIds);
#pragma warning restore CA2100
            for (var i = 0; i < ranges.Count; i++)
            {
                Add(command, $"@first{i}", ranges[i].FirstDay);
                Add(command, $"@last{i}", ranges[i].LastDay);
            }
            return await ReadAsync(command, cancellation);
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    private static string Text(int ranges, IEnumerable<int> measureIds, IEnumerable<int> areaIds)
    {
        var indexes = Enumerable.Range(0, ranges).ToList();
        var years = string.Concat(indexes.Select(i => $" WHEN \"PeriodStart\" >= @first{i} THEN {i}"));
        var within = string.Join(" OR ", indexes.Select(i => $"(\"PeriodStart\" >= @first{i} AND \"PeriodEnd\" <= @last{i})"));
        return $"""
            SELECT "MeasureId", "AreaId", "Grain", CASE{years} END AS "YearsBack", {Columns}
            FROM "Observations"
            WHERE "SupersededAt" IS NULL AND "MeasureId" IN ({Keys(measureIds)}) AND "AreaId" IN ({Keys(areaIds)}) AND ({within})
            GROUP BY "MeasureId", "AreaId", "Grain", "YearsBack", "Source"
            """;
    }

    private static string Keys(IEnumerable<int> ids) => string.Join(", ", ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));

    private static void Add(DbCommand command, string name, DateOnly day)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = day;
        command.Parameters.Add(parameter);
    }

    private static async Task<PeriodSums> ReadAsync(DbCommand command, CancellationToken cancellation)
    {
        var sums = new Dictionary<(int, int, Grain, int), PeriodSum>();
        var sources = new SortedSet<string>(StringComparer.Ordinal);
        var (newest, anyProvisional) = (long.MinValue, false);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            var sum = Sum(rows);
            var key = (sum.MeasureId, sum.AreaId, sum.Grain, sum.YearsBack);
            sums[key] = sums.TryGetValue(key, out var other) ? Together(other, sum) : sum;
            newest = Math.Max(newest, rows.GetInt64(10));
            anyProvisional |= rows.GetInt32(11) == (int)ObservationStatus.Provisional;
            sources.Add(rows.GetString(12));
        }
        return new PeriodSums([.. sums.Values], [.. sources], anyProvisional, sums.Count == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(newest));
    }

    /// <summary>The months of one year may come from several sources.</summary>
    private static PeriodSum Together(PeriodSum one, PeriodSum other) => one with
    {
        RowCount = one.RowCount + other.RowCount,
        Value = one.Value + other.Value,
        Numerator = one.Numerator + other.Numerator,
        Denominator = one.Denominator + other.Denominator,
    };

    private static PeriodSum Sum(DbDataReader row)
    {
        var count = row.GetInt32(4);
        return new PeriodSum
        {
            MeasureId = row.GetInt32(0),
            AreaId = row.GetInt32(1),
            Grain = (Grain)row.GetInt32(2),
            YearsBack = row.GetInt32(3),
            RowCount = count,
            Value = Amount(row, 5),
            Numerator = row.GetInt32(6) == count ? Amount(row, 7) : null,
            Denominator = row.GetInt32(8) == count ? Amount(row, 9) : null,
        };
    }

    private static decimal Amount(DbDataReader row, int ordinal) => AmountConverter.FromUnits(row.GetInt64(ordinal));
}
