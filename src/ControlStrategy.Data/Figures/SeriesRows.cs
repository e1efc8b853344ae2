using System.Data.Common;
using ControlStrategy.Data.Mappings;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Series;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Figures;

/// <summary>The observations of a stretch of time, one by one.</summary>
/// <param name="Rows">The observations.</param>
/// <param name="NewestByMeasure">When the newest of each measure was recorded, by the measure's key.</param>
public sealed record SeriesRows(IReadOnlyList<SeriesRow> Rows, IReadOnlyDictionary<int, DateTimeOffset> NewestByMeasure)
{
    /// <summary>No observations.</summary>
    public static SeriesRows Nothing { get; } = new([], new Dictionary<int, DateTimeOffset>());

    /// <summary>When the newest of them was recorded; null when there are none.</summary>
    public DateTimeOffset? NewestRecordedAt => NewestByMeasure.Count == 0 ? null : NewestByMeasure.Values.Max();

    /// <summary>Reads in one statement the observations that lie wholly within a stretch of time.</summary>
    /// <param name="context">The database.</param>
    /// <param name="scope">Whose observations.</param>
    /// <param name="grid">The periods, from the first to the last day of which observations count.</param>
    /// <param name="longest">The longest grain that counts.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<SeriesRows> ReadAsync(
        DbContext context, FigureScope scope, SeriesGrid grid, Grain longest, CancellationToken cancellation)
    {
        if (scope.IsEmpty || grid.Count == 0) return Nothing;
        var (rows, newest) = (new List<SeriesRow>(), new Dictionary<int, long>());
        var statement = new FigureStatement(Text(scope), command =>
        {
            Add(command, "@first", grid.FirstDay);
            Add(command, "@last", grid.LastDay);
            Add(command, "@longest", (int)longest);
        });
        await scope.ReadAsync(context, statement, Take, cancellation);
        return new SeriesRows(rows, newest.ToDictionary(measure => measure.Key, measure => DateTimeOffset.FromUnixTimeMilliseconds(measure.Value)));

        void Take(DbDataReader row)
        {
            rows.Add(Row(row));
            newest[rows[^1].MeasureId] = Math.Max(newest.GetValueOrDefault(rows[^1].MeasureId), row.GetInt64(8));
        }
    }

    private static string Text(FigureScope scope) => $"""
        SELECT "MeasureId", "AreaId", "Grain", "PeriodStart", "Value", "Numerator", "Denominator", "Status", "RecordedAt"
        FROM "Observations"
        WHERE {scope.Condition} AND "PeriodStart" >= @first AND "PeriodEnd" <= @last AND "Grain" <= @longest
        """;

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    private static SeriesRow Row(DbDataReader row) => new()
    {
        MeasureId = row.GetInt32(0),
        AreaId = row.GetInt32(1),
        Grain = (Grain)row.GetInt32(2),
        PeriodStart = row.GetFieldValue<DateOnly>(3),
        Value = AmountConverter.FromUnits(row.GetInt64(4)),
        Numerator = row.IsDBNull(5) ? null : AmountConverter.FromUnits(row.GetInt64(5)),
        Denominator = row.IsDBNull(6) ? null : AmountConverter.FromUnits(row.GetInt64(6)),
        IsProvisional = row.GetInt32(7) == (int)ObservationStatus.Provisional,
    };
}
