using System.Text.Json;
using ControlStrategy.Data;
using ControlStrategy.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.Api.Tests;

/// <summary>The strategy as it ships, asked over HTTP.</summary>
public sealed class StrategyQueryTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Neighbourhood = """
        { initiatives(where: {partners: {some: {name: {contains: "Neighbourhood"}}}}, order: [{name: ASC}], first: 5) {
            nodes { name objective { number } milestones(first: 2, order: [{dueOn: ASC}]) { nodes { title } totalCount } } totalCount } }
        """;

    [Fact]
    public async Task Initiatives_by_partner_come_with_their_first_milestones()
    {
        var initiatives = (await app.DataAsync(Neighbourhood)).GetProperty("initiatives");
        Assert.Equal(1, initiatives.GetProperty("totalCount").GetInt32());
        var initiative = Assert.Single(initiatives.GetProperty("nodes").EnumerateArray());
        Assert.Equal("Neighbourhood Watch Scotland", initiative.GetProperty("name").GetString());
        Assert.Equal(4, initiative.GetProperty("objective").GetProperty("number").GetInt32());
        Assert.Equal(2, initiative.GetProperty("milestones").GetProperty("nodes").GetArrayLength());
        Assert.True(initiative.GetProperty("milestones").GetProperty("totalCount").GetInt32() > 2);
    }

    [Fact]
    public async Task They_take_four_statements_however_many_rows_there_are()
    {
        var (one, few) = await app.TraceAsync(Neighbourhood);
        var (all, many) = await app.TraceAsync(Neighbourhood.Replace("where: {partners: {some: {name: {contains: \"Neighbourhood\"}}}}, ", "", StringComparison.Ordinal).Replace("first: 5", "first: 1000", StringComparison.Ordinal));
        Assert.Equal(4, few.Count);
        Assert.Equal(4, many.Count);
        Assert.True(all.RootElement.GetProperty("data").GetProperty("initiatives").GetProperty("nodes").GetArrayLength() > 40);
        one.Dispose();
        all.Dispose();
    }

    [Fact]
    public async Task A_nested_where_filters_and_a_nested_page_pages()
    {
        var data = await app.DataAsync("""
            { objectives(order: [{ number: ASC }]) { nodes { number initiatives(where: { kind: { eq: CAMPAIGN } }, order: [{ name: DESC }]) { name kind
                milestones(first: 1, where: { completedOn: { neq: null } }) { nodes { completedOn } pageInfo { hasNextPage } totalCount } } } } }
            """);
        var campaigns = data.GetProperty("objectives").GetProperty("nodes").EnumerateArray().SelectMany(objective => objective.GetProperty("initiatives").EnumerateArray()).ToList();
        Assert.True(campaigns.Count >= 7);
        foreach (var campaign in campaigns)
        {
            Assert.Equal("CAMPAIGN", campaign.GetProperty("kind").GetString());
            var milestones = campaign.GetProperty("milestones");
            Assert.True(milestones.GetProperty("nodes").GetArrayLength() <= 1);
            Assert.All(milestones.GetProperty("nodes").EnumerateArray(), milestone => Assert.Equal(JsonValueKind.String, milestone.GetProperty("completedOn").ValueKind));
            Assert.Equal(milestones.GetProperty("totalCount").GetInt32() > 1, milestones.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        }
    }

    [Fact]
    public async Task Every_noun_can_be_listed_and_counted()
    {
        string[] nouns = ["strategies", "objectives", "outcomes", "priorities", "initiatives", "milestones", "activities", "problemSolvingPlans", "partners", "measures", "observations", "targets", "commentaries", "areas", "perceptionSurveys", "surveyWaves", "surveyQuestions", "surveyEstimates"];
        foreach (var noun in nouns)
        {
            var data = await app.DataAsync($"{{ {noun}(first: 1) {{ nodes {{ id }} totalCount }} }}");
            Assert.True(data.GetProperty(noun).GetProperty("totalCount").GetInt32() > 0, noun);
        }
        foreach (var empty in new[] { "areaPopulations", "releases", "imports" })
            Assert.Equal(0, (await app.DataAsync($"{{ {empty} {{ totalCount }} }}")).GetProperty(empty).GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Initiatives_are_found_and_ordered_by_how_many_open_milestones_they_have()
    {
        const string open = "where: { completedOn: { eq: null } }";
        const int enough = 2;
        var data = await app.DataAsync($$"""
            { all: initiatives(first: 1000, order: [{ milestones: { count: DESC, {{open}} } }]) { nodes { code milestones({{open}}) { totalCount } } }
              some: initiatives(first: 1000, where: { milestones: { count: { {{open}}, gte: {{enough}} } } }, order: [{ milestones: { count: DESC, {{open}} } }]) { nodes { code } } }
            """);
        var all = data.GetProperty("all").GetProperty("nodes").EnumerateArray().Select(node => (Code: node.GetProperty("code").GetString(), Open: node.GetProperty("milestones").GetProperty("totalCount").GetInt32())).ToList();
        Assert.Equal(all.Select(initiative => initiative.Open).OrderDescending(), all.Select(initiative => initiative.Open));
        Assert.True(all[0].Open > enough && all[^1].Open == 0);
        Assert.Equal(all.Where(initiative => initiative.Open >= enough).Select(initiative => initiative.Code), data.GetProperty("some").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Single_entities_go_by_their_code()
    {
        var data = await app.DataAsync("""
            { outcome(code: "2") { title children { totalCount } } area(code: "S12000033") { name level parent { name letter parent { code parent { code } } } }
              measure(code: "demo-detection-rate") { kind numeratorLabel denominatorLabel demonstration } none: area(code: "S1") { name } }
            """);
        Assert.Equal("North East", data.GetProperty("area").GetProperty("parent").GetProperty("name").GetString());
        Assert.Equal("S92000003", data.GetProperty("area").GetProperty("parent").GetProperty("parent").GetProperty("parent").GetProperty("code").GetString());
        Assert.True(data.GetProperty("measure").GetProperty("demonstration").GetBoolean());
        Assert.Equal(JsonValueKind.Null, data.GetProperty("none").ValueKind);
    }

    [Fact]
    public async Task Demonstration_observations_say_what_they_are()
    {
        var data = await app.DataAsync("{ all: observations { totalCount } labelled: observations(where: { source: { eq: \"Demonstration data, not statistics\" } }) { totalCount } }");
        var all = data.GetProperty("all").GetProperty("totalCount").GetInt32();
        Assert.True(all > 30_000);
        Assert.Equal(all, data.GetProperty("labelled").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Reads_go_on_while_somebody_writes()
    {
        await using var context = app.Services.GetRequiredService<WritingContexts>().CreateDbContext();
        await using var transaction = await context.Database.BeginTransactionAsync();
        context.Partners.Add(new Partner { Name = "A partner never committed", Sector = PartnerSector.Public });
        await context.SaveChangesAsync();
        var data = await app.DataAsync("{ partners(where: { name: { contains: \"never committed\" } }) { nodes { name } totalCount } }");
        Assert.Equal(0, data.GetProperty("partners").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task What_answers_questions_cannot_write_whatever_it_tries()
    {
        await using var context = await app.Services.GetRequiredService<IDbContextFactory<StrategyContext>>().CreateDbContextAsync();
        context.Partners.Add(new Partner { Name = "A partner never stored", Sector = PartnerSector.Public });
        Assert.Contains("readonly", (await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync())).InnerException!.Message, StringComparison.Ordinal);
        foreach (var sql in new[] { "DELETE FROM Milestones", "PRAGMA user_version=7", "DROP TABLE Targets", "PRAGMA query_only=OFF; DELETE FROM Milestones" })
            Assert.Equal(8, (await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => context.Database.ExecuteSqlRawAsync(sql))).SqliteErrorCode);
    }
}
