using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Importing.Writing;

/// <summary>
/// Holds the good rows of a file in a temporary table until all are read: a large file needs no more memory than a small one, a row that
/// stands twice is found, and the whole file is then compared with what is held by a few statements instead of several for each row.
/// </summary>
internal sealed class Staging<TNoun> : IDisposable
{
    private readonly StrategyContext _context;
    private readonly int _keyCount;
    private readonly PreparedStatement _add;
    private readonly PreparedStatement _find;

    /// <summary>Makes the table <c>Staged</c>, with the line of each row.</summary>
    /// <param name="context">The context, within a transaction.</param>
    /// <param name="stored">The noun's columns that the file states; the keys may not stand twice.</param>
    public Staging(StrategyContext context, StoredColumns stored)
    {
        string[] columns = [.. stored.All, "Line"];
        var keys = StoredColumns.Quoted(stored.Keys);
        _context = context;
        _keyCount = stored.Keys.Count;
        Execute(
            $"""
            CREATE TEMPORARY TABLE "Staged" AS
            SELECT {StoredColumns.Quoted(stored.All)}, 0 AS "Line" FROM "{Table(context)}" WHERE 1 = 0
            """,
            $"""CREATE UNIQUE INDEX "StagedOnce" ON "Staged" ({keys})""");
        _add = PreparedStatement.For<TNoun>(
            context,
            $"""
            INSERT INTO "Staged" ({StoredColumns.Quoted(columns)}) VALUES ({string.Join(", ", columns.Select(column => $"@{column}"))})
            ON CONFLICT DO NOTHING
            """,
            columns);
        _find = PreparedStatement.For<TNoun>(
            context,
            $"""SELECT "Line" FROM "Staged" WHERE {string.Join(" AND ", stored.Keys.Select(key => $"\"{key}\" = @{key}"))}""",
            [.. stored.Keys]);
    }

    /// <summary>Adds a row; returns the line it stood in before, in which case it is not added, or null.</summary>
    /// <param name="row">The keys, the values and the line.</param>
    /// <param name="cancellation">Stops before the row.</param>
    public async Task<long?> AddAsync(object?[] row, CancellationToken cancellation) =>
        await _add.With(row).ExecuteAsync(cancellation) > 0
            ? null
            : await _find.With(row.AsSpan(0, _keyCount)).FindAsync(cancellation);

    /// <summary>Removes the table, which would otherwise live as long as the pooled connection. A rollback removes it too.</summary>
    public void Remove() => Execute("""DROP TABLE "Staged" """);

    /// <inheritdoc/>
    public void Dispose()
    {
        _add.Dispose();
        _find.Dispose();
    }

    private static string Table(StrategyContext context) => context.Model.FindEntityType(typeof(TNoun))!.GetTableName()!;

    private void Execute(params ReadOnlySpan<string> statements)
    {
        foreach (var sql in statements)
        {
            using var statement = PreparedStatement.For<TNoun>(_context, sql);
            statement.Execute();
        }
    }
}
