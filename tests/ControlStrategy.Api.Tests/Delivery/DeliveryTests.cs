using System.Text.Json;
using ControlStrategy.Api.Tests.Surveys;
using ControlStrategy.GraphQL;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.Api.Tests.Delivery;

public sealed class DeliveryTests(WorkApp app) : IClassFixture<WorkApp>
{
    private const string Counts = "milestones { all due met metAhead late overdue dueOnTheDay upcoming overdueBefore }";

    [Fact]
    public async Task Milestones_of_today_are_met_late_overdue_due_or_upcoming()
    {
        var delivery = await AskAsync("(initiatives: [\"metal-theft\"])", $"on since demonstration total {{ {Counts} }} initiatives {{ initiative {{ code }} milestones {{ daysLate {{ median longest }} daysOverdue {{ median longest }} }} progress {{ ofDue {{ completed milestones percent reason }} ofAll {{ completed milestones percent }} }} }}");
        Assert.Equal("""
            {"on":"2026-12-01","since":null,"demonstration":false,"total":{"milestones":{"all":6,"due":4,"met":2,"metAhead":1,"late":1,"overdue":1,"dueOnTheDay":1,"upcoming":1,"overdueBefore":0}},"initiatives":[{"initiative":{"code":"metal-theft"},"milestones":{"daysLate":{"median":10,"longest":10},"daysOverdue":{"median":30,"longest":30}},"progress":{"ofDue":{"completed":2,"milestones":4,"percent":50,"reason":null},"ofAll":{"completed":3,"milestones":6,"percent":50}}}]}
            """, delivery.GetRawText());
    }

    [Theory]
    // The late one had not been completed: overdue by 5 days. Nothing was completed ahead yet.
    [InlineData("on: \"2026-09-25\"", """{"all":6,"due":2,"met":1,"metAhead":0,"late":0,"overdue":1,"dueOnTheDay":0,"upcoming":4,"overdueBefore":0}""")]
    [InlineData("on: \"2026-09-20\"", """{"all":6,"due":2,"met":1,"metAhead":0,"late":0,"overdue":0,"dueOnTheDay":1,"upcoming":4,"overdueBefore":0}""")]
    [InlineData("on: \"2026-09-30\"", """{"all":6,"due":2,"met":1,"metAhead":0,"late":1,"overdue":0,"dueOnTheDay":0,"upcoming":4,"overdueBefore":0}""")]
    [InlineData("on: \"2026-11-30\"", """{"all":6,"due":3,"met":2,"metAhead":1,"late":1,"overdue":1,"dueOnTheDay":0,"upcoming":2,"overdueBefore":0}""")]
    [InlineData("on: \"2027-06-01\"", """{"all":6,"due":6,"met":2,"metAhead":0,"late":1,"overdue":3,"dueOnTheDay":0,"upcoming":0,"overdueBefore":0}""")]
    [InlineData("since: \"2026-11-02\"", """{"all":3,"due":1,"met":1,"metAhead":1,"late":0,"overdue":0,"dueOnTheDay":1,"upcoming":1,"overdueBefore":1}""")]
    [InlineData("since: \"2026-11-01\"", """{"all":4,"due":2,"met":1,"metAhead":1,"late":0,"overdue":1,"dueOnTheDay":1,"upcoming":1,"overdueBefore":0}""")]
    public async Task A_day_of_the_past_knows_nothing_of_what_came_after(string days, string expected)
    {
        var delivery = await AskAsync($"({days}, initiatives: [\"metal-theft\"])", $"total {{ {Counts} }}");
        Assert.Equal(expected, delivery.GetProperty("total").GetProperty("milestones").GetRawText());
    }

    [Fact]
    public async Task An_objective_comes_from_its_initiatives_and_one_without_milestones_has_no_progress()
    {
        var delivery = await AskAsync("", $"objectives {{ objective {{ number title }} initiatives {{ all active notStated }} {Counts} progress {{ ofDue {{ milestones percent reason }} ofAll {{ percent reason }} }} activities {{ all {{ activities counted reach reason }} }} }} total {{ milestones {{ all }} activities {{ all {{ activities reach }} }} initiatives {{ all }} }}");
        var objectives = delivery.GetProperty("objectives").EnumerateArray().ToList();
        Assert.Equal([1, 2, 3, 4, 5], objectives.Select(row => row.GetProperty("objective").GetProperty("number").GetInt32()));
        Assert.Equal("""{"all":16,"active":1,"notStated":15}""", objectives[0].GetProperty("initiatives").GetRawText());
        Assert.Equal("""{"all":10,"due":7,"met":4,"metAhead":1,"late":1,"overdue":2,"dueOnTheDay":1,"upcoming":2,"overdueBefore":0}""", objectives[0].GetProperty("milestones").GetRawText());
        Assert.Equal("""{"ofDue":{"milestones":0,"percent":null,"reason":"NOT_AVAILABLE"},"ofAll":{"percent":null,"reason":"NOT_AVAILABLE"}}""", objectives[1].GetProperty("progress").GetRawText());
        Assert.Equal("""{"activities":{"all":{"activities":0,"counted":0,"reach":0,"reason":null}}}""", $"{{\"activities\":{objectives[1].GetProperty("activities").GetRawText()}}}");
        // The campaign that is listed under another initiative counts too.
        Assert.Equal((1, 100.0), (objectives[4].GetProperty("milestones").GetProperty("late").GetInt32(), objectives[4].GetProperty("progress").GetProperty("ofDue").GetProperty("percent").GetDouble()));
        Assert.Equal(delivery.GetProperty("total").GetProperty("milestones").GetProperty("all").GetInt32(), objectives.Sum(row => row.GetProperty("milestones").GetProperty("all").GetInt32()));
        Assert.Equal(45, delivery.GetProperty("total").GetProperty("initiatives").GetProperty("all").GetInt32());
        Assert.Equal("""{"activities":6,"reach":1131}""", delivery.GetProperty("total").GetProperty("activities").GetProperty("all").GetRawText());
    }

    [Fact]
    public async Task Activities_are_counted_by_kind_up_to_the_day_and_since_the_first()
    {
        const string kinds = "total { activities { kinds { kind activities counted reach reason } } }";
        Assert.Equal(
            """[{"kind":"ENGAGEMENT","activities":2,"counted":1,"reach":24,"reason":null},{"kind":"PROBLEM_SOLVING","activities":1,"counted":0,"reach":null,"reason":"NOT_AVAILABLE"},{"kind":"COMMUNICATION","activities":1,"counted":1,"reach":1000,"reason":null}]""",
            (await AskAsync("(initiatives: [\"metal-theft\"])", kinds)).GetProperty("total").GetProperty("activities").GetProperty("kinds").GetRawText());
        var since = await AskAsync("(since: \"2026-10-06\", on: \"2026-11-29\")", kinds);
        Assert.Equal(["2 1 100", "0 0 0", "0 0 0"], since.GetProperty("total").GetProperty("activities").GetProperty("kinds").EnumerateArray()
            .Select(kind => $"{kind.GetProperty("activities")} {kind.GetProperty("counted")} {kind.GetProperty("reach")}"));
    }

    [Fact]
    public async Task An_initiative_brings_those_listed_under_it()
    {
        var delivery = await AskAsync("(initiatives: [\"national-crime-prevention-campaigns\"])", "initiatives { initiative { code } milestones { all } }");
        var rows = delivery.GetProperty("initiatives").EnumerateArray().ToDictionary(row => row.GetProperty("initiative").GetProperty("code").GetString()!, row => row.GetProperty("milestones").GetProperty("all").GetInt32());
        Assert.Equal(8, rows.Count);
        Assert.Equal((0, 1), (rows["national-crime-prevention-campaigns"], rows["best-bar-none-scotland"]));
    }

    [Fact]
    public async Task Partners_have_a_part_in_all_of_their_initiatives_so_that_their_sum_exceeds_the_total()
    {
        const string figures = "initiatives { all } milestones { all overdue } activities { all { activities } }";
        var delivery = await AskAsync("(objective: 1)", $"total {{ milestones {{ all }} }} partners {{ partner {{ name sector initiatives {{ code objective {{ number }} }} }} {figures} }} initiatives {{ initiative {{ code }} {figures} }}");
        var initiatives = delivery.GetProperty("initiatives").EnumerateArray().ToDictionary(row => row.GetProperty("initiative").GetProperty("code").GetString()!);
        var partners = delivery.GetProperty("partners").EnumerateArray().ToList();
        Assert.Equal(partners.Select(Name).Order(StringComparer.Ordinal), partners.Select(Name));
        foreach (var partner in partners)
        {
            var own = partner.GetProperty("partner").GetProperty("initiatives").EnumerateArray().Where(one => one.GetProperty("objective").GetProperty("number").GetInt32() == 1)
                .Select(one => initiatives[one.GetProperty("code").GetString()!]).ToList();
            Assert.Equal(own.Count, partner.GetProperty("initiatives").GetProperty("all").GetInt32());
            foreach (var (part, member) in new[] { ("milestones", "all"), ("milestones", "overdue") })
                Assert.Equal(own.Sum(row => row.GetProperty(part).GetProperty(member).GetInt32()), partner.GetProperty(part).GetProperty(member).GetInt32());
            Assert.Equal(own.Sum(Activities), Activities(partner));
        }
        // Young Scot and the Scottish Government share one initiative.
        Assert.Equal(2, Milestones("Young Scot"));
        Assert.Equal(3, Milestones("Scottish Government"));

        int Milestones(string name) => partners.Single(row => Name(row) == name).GetProperty("milestones").GetProperty("all").GetInt32();
        static string Name(JsonElement row) => row.GetProperty("partner").GetProperty("name").GetString()!;
        static int Activities(JsonElement row) => row.GetProperty("activities").GetProperty("all").GetProperty("activities").GetInt32();
    }

    [Theory]
    // Aberdeen City: rural watch runs there, the others name no area or the nation; the division's and the nation's activities are not its own.
    [InlineData("S12000033", 1, 24, true, 1)]
    // The division of Aberdeen City and Aberdeenshire, by its letter.
    [InlineData("A", 3, 124, true, 1)]
    [InlineData("S12000036", 2, 1000, false, 1)]
    [InlineData("S92000003", 6, 1131, true, 2)]
    public async Task Areas_choose_activities_and_plans_in_them_and_initiatives_that_run_there(string area, int activities, int reach, bool withRuralWatch, int plans)
    {
        var delivery = await AskAsync($"(areas: [\"{area}\"])", "total { activities { all { activities reach } } } initiatives { initiative { code } } plans { all { plans } }");
        Assert.Equal($$"""{"activities":{{activities}},"reach":{{reach}}}""", delivery.GetProperty("total").GetProperty("activities").GetProperty("all").GetRawText());
        var codes = delivery.GetProperty("initiatives").EnumerateArray().Select(row => row.GetProperty("initiative").GetProperty("code").GetString()).ToList();
        Assert.Equal(withRuralWatch ? 45 : 44, codes.Count);
        Assert.Equal(withRuralWatch, codes.Contains("rural-watch"));
        Assert.Equal(plans, delivery.GetProperty("plans").GetProperty("all").GetProperty("plans").GetInt32());
    }

    [Fact]
    public async Task Plans_stand_in_a_stage_have_an_age_and_may_have_come_back()
    {
        const string plans = "plans { demonstration all { plans daysOpen { median longest } returns plansReturned } stages { stage plans daysInStage { median longest } returns } }";
        Assert.Equal(
            """{"demonstration":false,"all":{"plans":2,"daysOpen":{"median":60.5,"longest":100},"returns":1,"plansReturned":1},"stages":[{"stage":"SCANNING","plans":1,"daysInStage":{"median":21,"longest":21},"returns":0},{"stage":"ANALYSIS","plans":1,"daysInStage":{"median":10,"longest":10},"returns":1},{"stage":"RESPONSE","plans":0,"daysInStage":null,"returns":0},{"stage":"ASSESSMENT","plans":0,"daysInStage":null,"returns":0}]}""",
            (await AskAsync("", plans)).GetProperty("plans").GetRawText());
        var then = (await AskAsync("(on: \"2026-11-15\")", plans)).GetProperty("plans");
        Assert.Equal("""{"plans":2,"daysOpen":{"median":44.5,"longest":84},"returns":0,"plansReturned":0}""", then.GetProperty("all").GetRawText());
        Assert.Equal(["1", "0", "1", "0"], then.GetProperty("stages").EnumerateArray().Select(stage => stage.GetProperty("plans").ToString()));
        Assert.Equal(1, (await AskAsync("(objective: 1)", plans)).GetProperty("plans").GetProperty("all").GetProperty("plans").GetInt32());
        Assert.Equal("""{"plans":0,"daysOpen":null,"returns":0,"plansReturned":0}""", (await AskAsync("(on: \"2020-01-01\")", plans)).GetProperty("plans").GetProperty("all").GetRawText());
    }

    [Theory]
    [InlineData("objective: 9", "UNKNOWN_OBJECTIVE")]
    [InlineData("initiatives: [\"metal-theft\", \"nothing\"]", "UNKNOWN_INITIATIVE")]
    [InlineData("areas: [\"S1\"]", "UNKNOWN_AREA")]
    [InlineData("since: \"2026-12-02\"", "INVALID_RANGE")]
    [InlineData("since: \"2026-01-02\", on: \"2026-01-01\"", "INVALID_RANGE")]
    public async Task What_is_not_there_or_makes_no_sense_is_refused(string arguments, string code)
    {
        var answer = await app.AskAsync($"{{ delivery({arguments}) {{ total {{ milestones {{ all }} }} }} }}");
        Assert.Equal(code, answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Nine_statements_are_enough_and_what_is_not_selected_is_not_read()
    {
        const string work = "milestones { due overdue } progress { ofDue { percent } } activities { all { activities } } initiatives { active }";
        Assert.Equal(9, await StatementsAsync($"{{ delivery(areas: [\"S12000015\", \"S12000033\"]) {{ demonstration total {{ {work} }} objectives {{ {work} }} initiatives {{ {work} }} partners {{ {work} }} plans {{ all {{ plans }} }} }} }}"));
        Assert.Equal(6, await StatementsAsync($"{{ delivery {{ demonstration total {{ {work} }} objectives {{ {work} }} initiatives {{ {work} }} partners {{ {work} }} plans {{ all {{ plans }} }} }} }}"));
        Assert.Equal(3, await StatementsAsync("{ delivery { objectives { milestones { overdue } } } }"));
        Assert.Equal(3, await StatementsAsync("{ delivery { plans { all { plans } } } }"));
    }

    private async Task<JsonElement> AskAsync(string arguments, string selection) => (await app.DataAsync($"{{ delivery{arguments} {{ {selection} }} }}")).GetProperty("delivery");

    private async Task<int> StatementsAsync(string query)
    {
        using var statements = new ReadStatements();
        using var answer = await app.Services.GetRequiredService<GraphQLEngine>().QueryAsync(query, null, new Dictionary<string, object?>(), app.Services, CancellationToken.None);
        Assert.False(answer.RootElement.TryGetProperty("errors", out var errors), errors.ToString());
        return statements.Count;
    }
}
