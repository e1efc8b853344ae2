using ControlStrategy.Domain;

namespace ControlStrategy.Data.Importing.Writing;

/// <summary>
/// Writes figures. A value that differs from the current one becomes the current one and ends it; the old row stays as history.
/// </summary>
internal sealed class FigureStore<TFigure> : IRowStore
    where TFigure : class, IFigure
{
    private readonly Destination _destination;
    private readonly StoredColumns _columns;
    private readonly Staging<TFigure> _staging;
    private readonly string _table;

    /// <summary>Begins to keep rows.</summary>
    public FigureStore(Destination destination, StoredColumns columns)
    {
        (_destination, _columns) = (destination, columns);
        _staging = new Staging<TFigure>(destination.Context, columns);
        _table = destination.Table<TFigure>();
    }

    private string SameKey => $"""{_columns.SameKey} AND held."SupersededAt" IS NULL""";

    // CROSS JOIN: SQLite then starts at the staged rows, which are few beside the figures.
    private string Current => $"""FROM "Staged" AS staged CROSS JOIN "{_table}" AS held WHERE {SameKey}""";

    // What a publisher states takes the place of the same value from anybody else.
    private string SameSource => _destination.Source is null && _columns.Others.Contains("Source") ? "AND held.\"Source\" = staged.\"Source\"" : "";

    private string RemoveUnchanged => $"""
        DELETE FROM "Staged" AS staged
        WHERE EXISTS (SELECT 1 FROM "{_table}" AS held WHERE {SameKey} AND {_columns.SameValues} {SameSource})
        """;

    private string CountLater => $"""SELECT count(*) {Current} AND held."RecordedAt" > @RecordedAt""";

    private string EndCorrected => $"""
        UPDATE "{_table}" SET "SupersededAt" = @SupersededAt WHERE "Id" IN (SELECT held."Id" {Current})
        """;

    private string AddStaged => $"""
        INSERT INTO "{_table}" ({StoredColumns.Quoted(_columns.All)}, "RecordedAt", "ImportId")
        SELECT {StoredColumns.Quoted(_columns.All)}, @RecordedAt, @ImportId FROM "Staged" ORDER BY "Line"
        """;

    /// <inheritdoc/>
    public Task<long?> AddAsync(object?[] row, long line, CancellationToken cancellation) =>
        _staging.AddAsync([.. row, line], cancellation);

    /// <summary>Keeps all rows of a query for the end.</summary>
    /// <param name="query">Gives the columns in their order, and then the line; no key twice.</param>
    /// <param name="parameters">Its parameters: properties of the figure.</param>
    /// <param name="cancellation">Stops before the query.</param>
    public Task AddAllAsync(string query, (string Name, object? Value)[] parameters, CancellationToken cancellation) =>
        PreparedStatement.ExecuteAsync<TFigure>(_destination.Context, $"""INSERT INTO "Staged" {query}""", parameters, cancellation);

    /// <inheritdoc/>
    public async Task<WrittenRows> WriteAsync(CancellationToken cancellation)
    {
        var (now, context) = (_destination.RecordedAt, _destination.Context);
        var unchanged = await PreparedStatement.ExecuteAsync<TFigure>(context, RemoveUnchanged, [], cancellation);
        using (var later = PreparedStatement.For<TFigure>(context, CountLater, nameof(IFigure.RecordedAt)))
        {
            if (await later.With(now).FindAsync(cancellation) > 0)
                throw new ImportClockException(now);
        }

        var corrected = await PreparedStatement.ExecuteAsync<TFigure>(
            context, EndCorrected, [(nameof(IFigure.SupersededAt), now)], cancellation);
        var written = await PreparedStatement.ExecuteAsync<TFigure>(
            context, AddStaged, [(nameof(IFigure.RecordedAt), now), ("ImportId", _destination.ImportId)], cancellation);
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
