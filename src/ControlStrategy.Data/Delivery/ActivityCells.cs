using ControlStrategy.Domain;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Periods;

namespace ControlStrategy.Data.Delivery;

/// <summary>
/// What the figures of the activity measures must be, as the text of a query: <c>MeasureId</c>, <c>AreaId</c>, <c>PeriodStart</c>,
/// <c>PeriodEnd</c> and <c>Value</c> as it is stored, a row for each measure, month and area.
/// <para>Months: from the first activity's to the last one's, of the financial years in which any activity is on record; of a year in which
/// nothing at all was recorded it is not known that nothing was done.</para>
/// <para>Areas: every council area, and larger ones without parts; others once an activity is on record for them themselves. An area has the
/// activities recorded for it and for all below it. So a division's own activity is in the division and, by sums of parts, above it, and in
/// no council area.</para>
/// <para>What had a figure once keeps one, so that a figure can be corrected and never vanishes.</para>
/// </summary>
internal static class ActivityCells
{
    /// <summary>The query, of real activities and measures and of made-up ones.</summary>
    public static string Query { get; } = $"SELECT * FROM ({Of(demonstration: false)}) UNION ALL SELECT * FROM ({Of(demonstration: true)})";

    private static string Of(bool demonstration) => $"""
        WITH RECURSIVE
        "Subjects" ("MeasureId", "Kind", "IsReach") AS MATERIALIZED (
            SELECT m."Id", s."column2", s."column3" FROM (VALUES {Subjects(demonstration)}) AS s JOIN "Measures" AS m ON m."Code" = s."column1"),
        "Kept" ("AreaId", "Month") AS MATERIALIZED (
            SELECT DISTINCT o."AreaId", o."PeriodStart" FROM "Subjects" AS s CROSS JOIN "Observations" AS o ON o."MeasureId" = s."MeasureId"
            WHERE o."SupersededAt" IS NULL AND o."Grain" = {(int)Grain.Month}),
        "Told" ("AreaId", "Kind", "Month", "Held", "Reach") AS MATERIALIZED (
            SELECT "AreaId", "Kind", date("HeldOn", 'start of month'), count(*), coalesce(sum("Reach"), 0)
            FROM "Activities" WHERE "Demonstration" = {(demonstration ? 1 : 0)} GROUP BY 1, 2, 3),
        "Seen" ("Month") AS MATERIALIZED (SELECT "Month" FROM "Told" UNION SELECT "Month" FROM "Kept"),
        "Span" ("Month", "Last") AS (
            SELECT min("Month"), max("Month") FROM "Seen" HAVING count(*) > 0
            UNION ALL SELECT date("Month", '+1 month'), "Last" FROM "Span" WHERE "Month" < "Last"),
        "Months" ("Month") AS MATERIALIZED (
            SELECT "Month" FROM "Span" WHERE {FinancialYear} IN (SELECT {FinancialYear} FROM "Seen")),
        "Within" ("WholeId", "PartId") AS (
            SELECT "Id", "Id" FROM "Areas"
            UNION ALL SELECT w."WholeId", a."Id" FROM "Within" AS w JOIN "Areas" AS a ON a."ParentId" = w."PartId"),
        "Places" ("AreaId") AS MATERIALIZED (
            SELECT "Id" FROM "Areas" AS a WHERE "Level" = {(int)AreaLevel.CouncilArea}
                OR "Level" < {(int)AreaLevel.CouncilArea} AND NOT EXISTS (SELECT 1 FROM "Areas" AS part WHERE part."ParentId" = a."Id")
            UNION SELECT "AreaId" FROM "Told" UNION SELECT "AreaId" FROM "Kept"),
        "Sums" ("MeasureId", "AreaId", "Month", "Value") AS MATERIALIZED (
            SELECT s."MeasureId", w."WholeId", t."Month", sum(CASE WHEN s."IsReach" THEN t."Reach" ELSE t."Held" END)
            FROM "Told" AS t JOIN "Within" AS w ON w."PartId" = t."AreaId" JOIN "Subjects" AS s ON s."Kind" IS NULL OR s."Kind" = t."Kind"
            GROUP BY 1, 2, 3)
        SELECT s."MeasureId" AS "MeasureId", p."AreaId" AS "AreaId", m."Month" AS "PeriodStart",
            date(m."Month", '+1 month', '-1 day') AS "PeriodEnd", coalesce(v."Value", 0) * {Amount.UnitsInOne} AS "Value"
        FROM "Subjects" AS s CROSS JOIN "Places" AS p CROSS JOIN "Months" AS m
        LEFT JOIN "Sums" AS v ON v."MeasureId" = s."MeasureId" AND v."AreaId" = p."AreaId" AND v."Month" = m."Month"
        """;

    // The calendar year that the financial year of a month begins in.
    private const string FinancialYear = """strftime('%Y', "Month", '-3 months')""";

    private static string Subjects(bool demonstration) => string.Join(", ", ActivityMeasures.All
        .Where(measure => measure.Demonstration == demonstration)
        .Select(measure => $"('{measure.Code}', {(measure.Kind is { } kind ? (int)kind : "NULL")}, {(measure.Quantity is ActivityQuantity.Reach ? 1 : 0)})"));
}
