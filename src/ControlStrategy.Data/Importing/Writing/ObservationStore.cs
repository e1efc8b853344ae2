using ControlStrategy.Data.Importing.Formats;
using ControlStrategy.Domain.Measures;

namespace ControlStrategy.Data.Importing.Writing;

/// <summary>
/// Writes observations. A value that differs from the current one becomes the current one and ends it; the old row stays as history.
/// </summary>
internal sealed class ObservationStore(Destination destination) : IDisposable
{
    private const string SameKey = """
        o."MeasureId" = s."MeasureId" AND o."AreaId" = s."AreaId" AND o."PeriodStart" = s."PeriodStart" AND o."PeriodEnd" = s."PeriodEnd"
            AND o."SupersededAt" IS NULL
        """;

    private const string RemoveUnchanged = $"""
        DELETE FROM "Staged" AS s WHERE EXISTS (SELECT 1 FROM "Observations" AS o WHERE {SameKey} AND o."Value" = s."Value"
            AND o."Numerator" IS NOT DISTINCT FROM s."Numerator" AND o."Denominator" IS NOT DISTINCT FROM s."Denominator"
            AND o."Status" = s."Status")
        """;

    // CROSS JOIN, here and below: SQLite then starts at the staged rows, which are few beside the observations.
    private const string CountLater = $"""
        SELECT count(*) FROM "Staged" AS s CROSS JOIN "Observations" AS o WHERE {SameKey} AND o."RecordedAt" > @RecordedAt
        """;

    private const string EndCorrected = $"""
        UPDATE "Observations" SET "SupersededAt" = @SupersededAt
        WHERE "Id" IN (SELECT o."Id" FROM "Staged" AS s CROSS JOIN "Observations" AS o WHERE {SameKey})
        """;

    private const string AddStaged = """
        INSERT INTO "Observations" ("MeasureId", "AreaId", "PeriodStart", "PeriodEnd", "Grain", "Value", "Numerator", "Denominator",
            "Status", "Source", "RecordedAt", "ImportId")
        SELECT s."MeasureId", s."AreaId", s."PeriodStart", s."PeriodEnd", s."Grain", s."Value", s."Numerator", s."Denominator",
            s."Status", COALESCE(@Source, m."Source"), @RecordedAt, @ImportId
        FROM "Staged" AS s JOIN "Measures" AS m ON m."Id" = s."MeasureId" ORDER BY s."Line"
        """;

    private readonly Staging<Observation> _staging = new(
        destination.Context,
        [nameof(Observation.MeasureId), nameof(Observation.AreaId), nameof(Observation.PeriodStart), nameof(Observation.PeriodEnd)],
        [
            nameof(Observation.Grain), nameof(Observation.Value), nameof(Observation.Numerator), nameof(Observation.Denominator),
            nameof(Observation.Status),
        ]);

    /// <summary>Keeps a row for the end; returns the line it stood in before, in which case it is not kept, or null.</summary>
    public Task<long?> AddAsync(ObservationRow row, long line, CancellationToken cancellation) => _staging.AddAsync(
        [
            row.MeasureId, row.AreaId, row.Period.FirstDay, row.Period.LastDay,
            row.Period.Grain, row.Value, row.Numerator, row.Denominator, row.Status, line,
        ],
        cancellation);

    /// <summary>Writes the kept rows that give something new.</summary>
    /// <exception cref="ImportClockException">A current row was recorded later than now.</exception>
    public async Task<WrittenRows> WriteAsync(CancellationToken cancellation)
    {
        var (now, context) = (destination.RecordedAt, destination.Context);
        var unchanged = await PreparedStatement.ExecuteAsync<Observation>(context, RemoveUnchanged, [], cancellation);
        using (var later = PreparedStatement.For<Observation>(context, CountLater, nameof(Observation.RecordedAt)))
        {
            if (await later.With(now).FindAsync(cancellation) > 0)
                throw new ImportClockException(now);
        }

        var corrected = await PreparedStatement.ExecuteAsync<Observation>(
            context, EndCorrected, [(nameof(Observation.SupersededAt), now)], cancellation);
        var written = await PreparedStatement.ExecuteAsync<Observation>(
            context,
            AddStaged,
            [
                (nameof(Observation.Source), destination.Source),
                (nameof(Observation.RecordedAt), now),
                (nameof(Observation.ImportId), destination.ImportId),
            ],
            cancellation);
        _staging.Remove();
        return new WrittenRows(written - corrected, corrected, unchanged);
    }

    /// <inheritdoc/>
    public void Dispose() => _staging.Dispose();
}

/// <summary>The computer's clock is behind the time an earlier row was recorded, so that history would run backwards.</summary>
/// <param name="now">The time the clock shows.</param>
public sealed class ImportClockException(DateTimeOffset now)
    : ImportException(
        "IMPORT_CLOCK", $"The clock shows {now:O}, and a row to be corrected was recorded later. Set the clock right and import again.");
