using ControlStrategy.Domain.Imports;

namespace ControlStrategy.Data.Checking;

/// <summary>Whether what was recorded, and when, agrees with itself.</summary>
internal static class HistoryChecks
{
    private static readonly string[] WithImport =
        ["AreaPopulations", "Targets", "SurveyEstimates", "MeasureBreaks", "QuestionBreaks", "Areas", "Initiatives", "Milestones", "Activities"];

    private static readonly ImportKind[] InPlace = [ImportKind.Areas, ImportKind.Initiatives, ImportKind.Milestones, ImportKind.Activities];

    // Observations that are computed from activities bear the key of the import that changed those, and were no rows of it.
    private static readonly string RowsBorne = $"""
        SELECT o."ImportId" FROM "Observations" AS o JOIN "Imports" AS i ON i."Id" = o."ImportId"
        WHERE i."Kind" NOT IN ({(int)ImportKind.Areas}, {(int)ImportKind.Activities})
        UNION ALL {string.Join(" UNION ALL ", WithImport.Select(table => $"SELECT \"ImportId\" FROM \"{table}\""))}
        """;

    /// <summary>Each import against the rows that bear its key. A later file takes over what is changed in place, so there may be fewer of them.</summary>
    public static StoredCheck Imports { get; } = new("imports and their rows", "imports", $"""
        WITH "Borne" ("ImportId") AS ({RowsBorne}),
        "Held" ("ImportId", "Rows") AS (SELECT "ImportId", count(*) FROM "Borne" WHERE "ImportId" IS NOT NULL GROUP BY "ImportId")
        SELECT i."RowsRead" <> i."New" + i."Corrected" + i."Unchanged" + i."NotStored" + i."Rejected"
                OR coalesce(h."Rows", 0) > i."New" + i."Corrected"
                OR coalesce(h."Rows", 0) < i."New" + i."Corrected" AND i."Kind" NOT IN ({string.Join(", ", InPlace.Select(kind => (int)kind))}) AS "Wrong",
            format('Import %d of %s: %d read, %d new, %d corrected, %d unchanged, %d not stored, %d rejected, but %d rows bear its key',
                i."Id", i."FileName", i."RowsRead", i."New", i."Corrected", i."Unchanged", i."NotStored", i."Rejected", coalesce(h."Rows", 0)) AS "Finding"
        FROM "Imports" AS i LEFT JOIN "Held" AS h ON h."ImportId" = i."Id"
        """);

    /// <summary>The rows of each append-only table.</summary>
    public static IReadOnlyList<StoredCheck> Chains { get; } =
    [
        Chain("Observations", "MeasureId", "AreaId", "PeriodStart", "PeriodEnd"),
        Chain("AreaPopulations", "AreaId", "MidYear"),
        Chain("Targets", "MeasureId", "AreaId", "FinancialYearStart"),
        Chain("SurveyEstimates", "WaveId", "QuestionId", "AreaId"),
        Chain("MeasureBreaks", "MeasureId", "StartsOn"),
        Chain("QuestionBreaks", "QuestionId", "StartsOn"),
    ];

    // Each row ends in the moment the next one begins, and the last one has not ended.
    private static StoredCheck Chain(string table, params string[] key)
    {
        var keys = string.Join(", ", key.Select(name => $"\"{name}\""));
        var shown = string.Join(" || ', ' || ", key.Select(name => $"'{name} ' || \"{name}\""));
        return new StoredCheck($"history of {table}", "rows", $"""
            SELECT "SupersededAt" IS NOT lead("RecordedAt") OVER w OR coalesce("SupersededAt" < "RecordedAt", 0) AS "Wrong",
                format('{table} %d (%s): recorded at %d, ended at %s; the next one of its key is recorded at %s',
                    "Id", {shown}, "RecordedAt", coalesce("SupersededAt", 'no time'), coalesce(lead("RecordedAt") OVER w, 'no time')) AS "Finding"
            FROM "{table}" WINDOW w AS (PARTITION BY {keys} ORDER BY "RecordedAt", "Id")
            """);
    }
}
