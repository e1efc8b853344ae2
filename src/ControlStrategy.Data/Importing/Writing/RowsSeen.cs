using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Importing.Writing;

/// <summary>
/// Remembers which rows a file has had, to find those it has twice. They are kept in a temporary table, not in memory,
/// so that a large file needs no more memory than a small one.
/// </summary>
internal sealed class RowsSeen : IDisposable
{
    private readonly StrategyContext _context;
    private readonly PreparedStatement _add;
    private readonly PreparedStatement _find;

    public RowsSeen(StrategyContext context)
    {
        _context = context;
        context.Database.ExecuteSql(
            $"""CREATE TEMPORARY TABLE "RowsSeen" ("What" BIGINT, "When" BIGINT, "Line" BIGINT NOT NULL, PRIMARY KEY ("What", "When"))""");
        _add = PreparedStatement.ForNumbers(
            context, """INSERT INTO "RowsSeen" ("What", "When", "Line") VALUES (@What, @When, @Line) ON CONFLICT DO NOTHING""", "What", "When", "Line");
        _find = PreparedStatement.ForNumbers(
            context, """SELECT "Line", 0 FROM "RowsSeen" WHERE "What" = @What AND "When" = @When""", "What", "When");
    }

    /// <summary>Remembers a row; returns the line it stood in before, or null where it is new.</summary>
    public async Task<long?> AddAsync((long What, long When) key, long line, CancellationToken cancellation)
    {
        if (await _add.With(key.What, key.When, line).ExecuteAsync(cancellation) > 0)
            return null;
        return (await _find.With(key.What, key.When).FindAsync(cancellation))!.Value.First;
    }

    /// <summary>Two numbers of 32 bits as one of 64.</summary>
    public static long Pair(int high, int low) => ((long)high << 32) | (uint)low;

    /// <summary>Removes the table, which would otherwise live as long as the pooled connection. A rollback removes it too.</summary>
    public void Forget() => _context.Database.ExecuteSql($"""DROP TABLE "RowsSeen" """);

    /// <inheritdoc/>
    public void Dispose()
    {
        _add.Dispose();
        _find.Dispose();
    }
}
