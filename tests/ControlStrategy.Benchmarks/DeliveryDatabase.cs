using Microsoft.AspNetCore.Builder;

namespace ControlStrategy.Benchmarks;

/// <summary>The product's own database with the strategy's 44 initiatives and 20,000 milestones, 200,000 activities and 2,000 plans of five entries.</summary>
internal static class DeliveryDatabase
{
    private const string Numbers = """WITH RECURSIVE "Numbers" ("N") AS (SELECT 0 UNION ALL SELECT "N" + 1 FROM "Numbers" WHERE "N" < {0} - 1) """;
    private const string AnyInitiative = """(SELECT min("Id") FROM "Initiatives") + "N" % (SELECT count(*) FROM "Initiatives")""";
    private const string AnyCouncil = """(SELECT "Id" FROM (SELECT "Id", row_number() OVER (ORDER BY "Id") - 1 AS "Place" FROM "Areas" WHERE "Level" = 3) WHERE "Place" = "N" * 7 % 32)""";

    private static readonly string Milestones = Of(20_000) + $"""
        INSERT INTO "Milestones" ("InitiativeId", "Title", "DueOn", "CompletedOn", "Demonstration")
        SELECT {AnyInitiative}, 'Milestone ' || "N", date('2020-04-01', '+' || ("N" * 37 % 3000) || ' days'),
            CASE WHEN "N" % 10 < 7 THEN date('2020-04-01', '+' || ("N" * 37 % 3000 + "N" % 61 - 30) || ' days') END, 0 FROM "Numbers"
        """;

    private static readonly string Activities = Of(200_000) + $"""
        INSERT INTO "Activities" ("InitiativeId", "AreaId", "HeldOn", "Kind", "Title", "Reach", "Demonstration")
        SELECT {AnyInitiative}, {AnyCouncil}, date('2020-04-01', '+' || ("N" * 13 % 2400) || ' days'), "N" % 3, 'Activity ' || "N", CASE WHEN "N" % 4 > 0 THEN "N" % 500 END, 0 FROM "Numbers"
        """;

    private static readonly string Plans = Of(2_000) + $"""
        INSERT INTO "ProblemSolvingPlans" ("Code", "Title", "AreaId", "InitiativeId", "Demonstration")
        SELECT 'plan-' || "N", 'Plan ' || "N", {AnyCouncil}, {AnyInitiative}, 0 FROM "Numbers"
        """;

    private static readonly string Entries = Of(5) + """
        INSERT INTO "ProblemSolvingEntries" ("PlanId", "Stage", "EnteredOn", "Note")
        SELECT p."Id", "N" % 4, date('2024-04-01', '+' || (p."Id" % 400 + "N" * 30) || ' days'), 'Noted.' FROM "Numbers", "ProblemSolvingPlans" AS p ORDER BY p."Id", "N"
        """;

    /// <summary>Starts the server over the database; fills it first where it is new.</summary>
    public static Task<WebApplication> StartAsync(string database) => ScorecardDatabase.StartAsync(database, Milestones, Activities, Plans, Entries);

    private static string Of(int count) => Numbers.Replace("{0}", count.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
