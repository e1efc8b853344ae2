namespace ControlStrategy.Data.Importing.Writing;

/// <summary>
/// Writes what is no figure and is kept as it is now: milestones and activities. What a file says about a made-up row makes it real, so
/// that nothing made up may stay in it: columns the file does not have are emptied there, and left as they are in real rows.
/// </summary>
internal sealed class WorkStore<TNoun> : IRowStore
    where TNoun : class
{
    private readonly Destination _destination;
    private readonly StoredColumns _columns;
    private readonly string _assignments;
    private readonly Staging<TNoun> _staging;
    private readonly string _table;

    /// <summary>Begins to keep rows.</summary>
    /// <param name="destination">Where they go.</param>
    /// <param name="columns">Those the file has, and Demonstration among the values.</param>
    /// <param name="leftOut">Those it could have and does not.</param>
    public WorkStore(Destination destination, StoredColumns columns, IEnumerable<string> leftOut)
    {
        (_destination, _columns) = (destination, columns);
        _staging = new Staging<TNoun>(destination.Context, columns);
        _table = destination.Table<TNoun>();
        _assignments = string.Join(
            ", ",
            columns.Values.Select(name => $"\"{name}\" = staged.\"{name}\"")
                .Concat(leftOut.Select(name => $"\"{name}\" = CASE WHEN held.\"Demonstration\" THEN NULL ELSE held.\"{name}\" END"))
                .Append("\"ImportId\" = @ImportId"));
    }

    private string Held => $"""EXISTS (SELECT 1 FROM "{_table}" AS held WHERE {_columns.SameKey}""";

    private string RemoveUnchanged => $"""DELETE FROM "Staged" AS staged WHERE {Held} AND {_columns.SameValues})""";

    private string CountCorrected => $"""SELECT count(*) FROM "Staged" AS staged WHERE {Held})""";

    private string Correct => $"""
        UPDATE "{_table}" AS held SET {_assignments} FROM "Staged" AS staged WHERE {_columns.SameKey}
        """;

    private string AddOthers => $"""
        INSERT INTO "{_table}" ({StoredColumns.Quoted(_columns.All)}, "ImportId")
        SELECT {StoredColumns.Quoted(_columns.All)}, @ImportId FROM "Staged" AS staged WHERE NOT {Held}) ORDER BY "Line"
        """;

    /// <inheritdoc/>
    public Task<long?> AddAsync(object?[] row, long line, CancellationToken cancellation) =>
        _staging.AddAsync([.. row, line], cancellation);

    /// <inheritdoc/>
    public async Task<WrittenRows> WriteAsync(CancellationToken cancellation)
    {
        var context = _destination.Context;
        (string, object?)[] import = [("ImportId", _destination.ImportId)];
        var unchanged = await PreparedStatement.ExecuteAsync<TNoun>(context, RemoveUnchanged, [], cancellation);
        using var count = PreparedStatement.For<TNoun>(context, CountCorrected);
        var corrected = (int)await count.FindAsync(cancellation);
        await PreparedStatement.ExecuteAsync<TNoun>(context, Correct, import, cancellation);
        var added = await PreparedStatement.ExecuteAsync<TNoun>(context, AddOthers, import, cancellation);
        _staging.Remove();
        return new WrittenRows(added, corrected, unchanged);
    }

    /// <inheritdoc/>
    public void Dispose() => _staging.Dispose();
}
