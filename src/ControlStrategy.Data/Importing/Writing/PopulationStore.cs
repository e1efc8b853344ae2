using ControlStrategy.Data.Importing.Formats;
using ControlStrategy.Domain.Areas;

namespace ControlStrategy.Data.Importing.Writing;

/// <summary>Writes populations. A corrected estimate takes the place of the old one: populations keep no history.</summary>
internal sealed class PopulationStore(Destination destination) : IDisposable
{
    private const string RemoveUnchanged = """
        DELETE FROM "Staged" AS s WHERE EXISTS (SELECT 1 FROM "AreaPopulations" AS p
            WHERE p."AreaId" = s."AreaId" AND p."MidYear" = s."MidYear"
            AND p."AllAges" = s."AllAges" AND p."Aged16AndOver" IS NOT DISTINCT FROM s."Aged16AndOver")
        """;

    private const string CountCorrected = """
        SELECT count(*) FROM "Staged" AS s JOIN "AreaPopulations" AS p ON p."AreaId" = s."AreaId" AND p."MidYear" = s."MidYear"
        """;

    // WHERE true: without it SQLite takes ON for the condition of a join.
    private const string WriteStaged = """
        INSERT INTO "AreaPopulations" ("AreaId", "MidYear", "AllAges", "Aged16AndOver", "ImportId")
        SELECT s."AreaId", s."MidYear", s."AllAges", s."Aged16AndOver", @ImportId FROM "Staged" AS s WHERE true ORDER BY s."Line"
        ON CONFLICT ("AreaId", "MidYear") DO UPDATE
        SET "AllAges" = excluded."AllAges", "Aged16AndOver" = excluded."Aged16AndOver", "ImportId" = excluded."ImportId"
        """;

    private readonly Staging<AreaPopulation> _staging = new(
        destination.Context,
        [nameof(AreaPopulation.AreaId), nameof(AreaPopulation.MidYear)],
        [nameof(AreaPopulation.AllAges), nameof(AreaPopulation.Aged16AndOver)]);

    /// <summary>Keeps a row for the end; returns the line it stood in before, in which case it is not kept, or null.</summary>
    public Task<long?> AddAsync(PopulationRow row, long line, CancellationToken cancellation) =>
        _staging.AddAsync([row.AreaId, row.MidYear, row.AllAges, row.Aged16AndOver, line], cancellation);

    /// <summary>Writes the kept rows that give something new.</summary>
    public async Task<WrittenRows> WriteAsync(CancellationToken cancellation)
    {
        var context = destination.Context;
        var unchanged = await PreparedStatement.ExecuteAsync<AreaPopulation>(context, RemoveUnchanged, [], cancellation);
        using var count = PreparedStatement.For<AreaPopulation>(context, CountCorrected);
        var corrected = (int)await count.FindAsync(cancellation);
        var written = await PreparedStatement.ExecuteAsync<AreaPopulation>(
            context, WriteStaged, [(nameof(AreaPopulation.ImportId), destination.ImportId)], cancellation);
        _staging.Remove();
        return new WrittenRows(written - corrected, corrected, unchanged);
    }

    /// <inheritdoc/>
    public void Dispose() => _staging.Dispose();
}
