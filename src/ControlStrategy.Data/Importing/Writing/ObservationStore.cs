using ControlStrategy.Data.Importing.Formats;
using ControlStrategy.Domain.Measures;

namespace ControlStrategy.Data.Importing.Writing;

/// <summary>Writes observations. A value that differs from the current one becomes the current one and ends it; the old row stays as history.</summary>
internal sealed class ObservationStore : IDisposable
{
    private const string CurrentRow = """
        SELECT "Id", CASE WHEN "Value" = @Value AND "Numerator" IS NOT DISTINCT FROM @Numerator
            AND "Denominator" IS NOT DISTINCT FROM @Denominator AND "Status" = @Status THEN 1 ELSE 0 END
        FROM "Observations"
        WHERE "MeasureId" = @MeasureId AND "AreaId" = @AreaId AND "PeriodStart" = @PeriodStart AND "PeriodEnd" = @PeriodEnd
            AND "SupersededAt" IS NULL
        """;

    private const string EndRow = """
        UPDATE "Observations" SET "SupersededAt" = @SupersededAt WHERE "Id" = @Id AND "RecordedAt" <= @SupersededAt
        """;

    private const string NewRow = """
        INSERT INTO "Observations" ("MeasureId", "AreaId", "PeriodStart", "PeriodEnd", "Value", "Numerator", "Denominator", "Status",
            "Grain", "Source", "RecordedAt", "ImportId")
        VALUES (@MeasureId, @AreaId, @PeriodStart, @PeriodEnd, @Value, @Numerator, @Denominator, @Status,
            @Grain, @Source, @RecordedAt, @ImportId)
        """;

    private readonly Destination _destination;
    private readonly RowsSeen _seen;
    private readonly PreparedStatement _find;
    private readonly PreparedStatement _end;
    private readonly PreparedStatement _insert;

    public ObservationStore(Destination destination)
    {
        var context = destination.Context;
        _destination = destination;
        _seen = new RowsSeen(context);
        _find = PreparedStatement.For<Observation>(
            context, CurrentRow, "MeasureId", "AreaId", "PeriodStart", "PeriodEnd", "Value", "Numerator", "Denominator", "Status");
        _end = PreparedStatement.For<Observation>(context, EndRow, "SupersededAt", "Id");
        _insert = PreparedStatement.For<Observation>(
            context, NewRow, "MeasureId", "AreaId", "PeriodStart", "PeriodEnd", "Value", "Numerator", "Denominator", "Status",
            "Grain", "Source", "RecordedAt", "ImportId");
    }

    /// <summary>Stores a row, unless the file has had it before.</summary>
    /// <exception cref="ImportClockException">The current row was recorded later than now.</exception>
    public async Task<RowOutcome> StoreAsync(ObservationRow row, long line, CancellationToken cancellation)
    {
        var period = row.Period;
        var key = (RowsSeen.Pair(row.Measure.Id, row.AreaId), RowsSeen.Pair(period.FirstDay.DayNumber, period.LastDay.DayNumber));
        if (await _seen.AddAsync(key, line, cancellation) is { } firstLine)
            return RowOutcome.Duplicate(firstLine, "measure, area and period");
        var current = await _find.With(
            row.Measure.Id, row.AreaId, period.FirstDay, period.LastDay, row.Value, row.Numerator, row.Denominator, row.Status)
            .FindAsync(cancellation);
        if (current is { Second: 1 })
            return RowOutcome.Unchanged;
        if (current is { First: var id } && await _end.With(_destination.RecordedAt, (int)id).ExecuteAsync(cancellation) == 0)
            throw new ImportClockException(_destination.RecordedAt);
        await _insert.With(
            row.Measure.Id, row.AreaId, period.FirstDay, period.LastDay, row.Value, row.Numerator, row.Denominator, row.Status,
            period.Grain, row.Measure.Source, _destination.RecordedAt, _destination.ImportId)
            .ExecuteAsync(cancellation);
        return current is null ? RowOutcome.New : RowOutcome.Corrected;
    }

    /// <summary>Forgets which rows the file had.</summary>
    public void End() => _seen.Forget();

    /// <inheritdoc/>
    public void Dispose()
    {
        _find.Dispose();
        _end.Dispose();
        _insert.Dispose();
        _seen.Dispose();
    }
}

/// <summary>The computer's clock is behind the time an earlier row was recorded, so that history would run backwards.</summary>
/// <param name="now">The time the clock shows.</param>
public sealed class ImportClockException(DateTimeOffset now)
    : ImportException("IMPORT_CLOCK", $"The clock shows {now:O}, and a row to be corrected was recorded later. Set the clock right and import again.");
