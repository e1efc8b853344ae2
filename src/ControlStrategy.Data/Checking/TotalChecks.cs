using ControlStrategy.Data.Delivery;
using ControlStrategy.Domain;
using ControlStrategy.Domain.Measures;

namespace ControlStrategy.Data.Checking;

/// <summary>Totals against their parts: what an area has must be what all its parts of one level have together.</summary>
internal static class TotalChecks
{
    /// <summary>
    /// Values of counts, for the same measure and the same period. Those of activities are left to a check of their own: an activity of a
    /// whole is in none of its parts.
    /// </summary>
    public static StoredCheck Counts { get; } = Totals("totals of counts", $"""
        SELECT o."AreaId", m."Code", o."PeriodStart" || ' to ' || o."PeriodEnd", o."Value" * 1.0 / {Amount.UnitsInOne}
        FROM "Observations" AS o JOIN "Measures" AS m ON m."Id" = o."MeasureId"
        WHERE m."Kind" = {(int)MeasureKind.Count} AND o."SupersededAt" IS NULL
            AND m."Code" NOT IN ({string.Join(", ", ActivityMeasures.All.Select(measure => $"'{measure.Code}'"))})
        """);

    /// <summary>Populations of the same mid-year, of all ages and of those aged 16 and over.</summary>
    public static StoredCheck Populations { get; } = Totals("totals of populations", """
        SELECT "AreaId", 'population', "MidYear", "AllAges" FROM "AreaPopulations" WHERE "SupersededAt" IS NULL
        UNION ALL
        SELECT "AreaId", 'population aged 16 and over', "MidYear", "Aged16AndOver" FROM "AreaPopulations"
        WHERE "Aged16AndOver" IS NOT NULL AND "SupersededAt" IS NULL
        """);

    // The parts of one level make up the whole if no branch of the tree ends above that level or skips it.
    // MATERIALIZED: SQLite would otherwise look for every part in all figures again.
    private static StoredCheck Totals(string name, string figures) => new(name, "totals with all their parts", $"""
        WITH RECURSIVE "Parts" ("WholeId", "PartId") AS (
            SELECT "ParentId", "Id" FROM "Areas" WHERE "ParentId" IS NOT NULL
            UNION ALL
            SELECT p."WholeId", a."Id" FROM "Parts" AS p JOIN "Areas" AS a ON a."ParentId" = p."PartId"),
        "Steps" ("WholeId", "From", "To") AS (
            SELECT p."WholeId", above."Level", coalesce(part."Level", 999)
            FROM "Parts" AS p
            JOIN "Areas" AS above ON above."Id" = p."PartId" OR above."Id" = p."WholeId"
            LEFT JOIN "Areas" AS part ON part."ParentId" = above."Id"
            GROUP BY 1, 2, 3),
        "Levels" ("WholeId", "Level", "Size") AS MATERIALIZED (
            SELECT p."WholeId", a."Level", count(*) FROM "Parts" AS p JOIN "Areas" AS a ON a."Id" = p."PartId"
            GROUP BY p."WholeId", a."Level"
            HAVING NOT EXISTS (SELECT 1 FROM "Steps" AS s
                WHERE s."WholeId" = p."WholeId" AND s."From" < a."Level" AND s."To" > a."Level")),
        "Figures" ("AreaId", "Subject", "Period", "Value") AS MATERIALIZED ({figures})
        SELECT abs(w."Value" - sum(f."Value")) > 0.00001 AS "Wrong",
            format('%s (%s), %s, %s: %s, but its %d parts add up to %s',
                whole."Name", whole."Code", w."Subject", w."Period", w."Value", count(*), sum(f."Value")) AS "Finding"
        FROM "Figures" AS w
        JOIN "Areas" AS whole ON whole."Id" = w."AreaId"
        JOIN "Levels" AS l ON l."WholeId" = w."AreaId"
        JOIN "Parts" AS p ON p."WholeId" = w."AreaId"
        JOIN "Areas" AS part ON part."Id" = p."PartId" AND part."Level" = l."Level"
        JOIN "Figures" AS f ON f."AreaId" = p."PartId" AND f."Subject" = w."Subject" AND f."Period" = w."Period"
        GROUP BY w."AreaId", w."Subject", w."Period", l."Level"
        HAVING count(*) = l."Size"
        """);
}
