using ControlStrategy.Data.Importing.Formats;
using ControlStrategy.Domain.Areas;

namespace ControlStrategy.Data.Importing.Writing;

/// <summary>Writes populations. A corrected estimate takes the place of the old one: populations keep no history.</summary>
internal sealed class PopulationStore : IDisposable
{
    private const string CurrentRow = """
        SELECT "Id", CASE WHEN "AllAges" = @AllAges AND "Aged16AndOver" IS NOT DISTINCT FROM @Aged16AndOver THEN 1 ELSE 0 END
        FROM "AreaPopulations" WHERE "AreaId" = @AreaId AND "MidYear" = @MidYear
        """;

    private const string ChangeRow = """
        UPDATE "AreaPopulations" SET "AllAges" = @AllAges, "Aged16AndOver" = @Aged16AndOver, "ImportId" = @ImportId WHERE "Id" = @Id
        """;

    private const string NewRow = """
        INSERT INTO "AreaPopulations" ("AreaId", "MidYear", "AllAges", "Aged16AndOver", "ImportId")
        VALUES (@AreaId, @MidYear, @AllAges, @Aged16AndOver, @ImportId)
        """;

    private readonly Destination _destination;
    private readonly RowsSeen _seen;
    private readonly PreparedStatement _find;
    private readonly PreparedStatement _change;
    private readonly PreparedStatement _insert;

    public PopulationStore(Destination destination)
    {
        var context = destination.Context;
        _destination = destination;
        _seen = new RowsSeen(context);
        _find = PreparedStatement.For<AreaPopulation>(context, CurrentRow, "AreaId", "MidYear", "AllAges", "Aged16AndOver");
        _change = PreparedStatement.For<AreaPopulation>(context, ChangeRow, "AllAges", "Aged16AndOver", "ImportId", "Id");
        _insert = PreparedStatement.For<AreaPopulation>(context, NewRow, "AreaId", "MidYear", "AllAges", "Aged16AndOver", "ImportId");
    }

    /// <summary>Stores a row, unless the file has had it before.</summary>
    public async Task<RowOutcome> StoreAsync(PopulationRow row, long line, CancellationToken cancellation)
    {
        if (await _seen.AddAsync((row.AreaId, row.MidYear), line, cancellation) is { } firstLine)
            return RowOutcome.Duplicate(firstLine, "area and mid-year");
        var current = await _find.With(row.AreaId, row.MidYear, row.AllAges, row.Aged16AndOver).FindAsync(cancellation);
        if (current is { Second: 1 })
            return RowOutcome.Unchanged;
        if (current is { First: var id })
        {
            await _change.With(row.AllAges, row.Aged16AndOver, _destination.ImportId, (int)id).ExecuteAsync(cancellation);
            return RowOutcome.Corrected;
        }

        await _insert.With(row.AreaId, row.MidYear, row.AllAges, row.Aged16AndOver, _destination.ImportId).ExecuteAsync(cancellation);
        return RowOutcome.New;
    }

    /// <summary>Forgets which rows the file had.</summary>
    public void End() => _seen.Forget();

    /// <inheritdoc/>
    public void Dispose()
    {
        _find.Dispose();
        _change.Dispose();
        _insert.Dispose();
        _seen.Dispose();
    }
}
