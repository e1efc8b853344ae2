using System.Text.Json;
using Xunit;

namespace ControlStrategy.Api.Tests.Delivery;

/// <summary>Delivery of what ships, against the lists it is counted from.</summary>
public sealed class DemonstrationDeliveryTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Theory]
    [InlineData("2026-09-30", null)]
    [InlineData("2024-02-29", null)]
    [InlineData("2026-09-30", "2019-04-01")]
    public async Task Counts_are_those_of_the_lists_filtered(string on, string? since)
    {
        const string query = """
            query ($on: LocalDate!, $since: LocalDate) {
              delivery(on: $on, since: $since) { total { milestones { due met late overdue upcoming } activities { kinds { kind activities reach } } } }
              done: milestones(where: { dueOn: { gte: $since }, completedOn: { lte: $on } }) { totalCount }
              due: milestones(where: { dueOn: { gte: $since, lte: $on } }) { totalCount }
              overdue: milestones(where: { dueOn: { gte: $since, lt: $on }, or: [{ completedOn: { eq: null } }, { completedOn: { gt: $on } }] }) { totalCount }
              upcoming: milestones(where: { dueOn: { gt: $on }, or: [{ completedOn: { eq: null } }, { completedOn: { gt: $on } }] }) { totalCount }
              activitiesGrouped(by: [KIND], where: { heldOn: { gte: $since, lte: $on } }) { nodes { keys { kind } count sum { reach } } } }
            """;
        var data = await app.DataAsync(query, since is null ? new { on, since = "1900-01-01" } : new { on, since });
        var milestones = data.GetProperty("delivery").GetProperty("total").GetProperty("milestones");
        Assert.NotEqual(0, Count(data, "done"));
        Assert.Equal(Count(data, "done"), milestones.GetProperty("met").GetInt32() + milestones.GetProperty("late").GetInt32());
        Assert.Equal(Count(data, "due"), milestones.GetProperty("due").GetInt32());
        Assert.Equal(Count(data, "overdue"), milestones.GetProperty("overdue").GetInt32());
        Assert.Equal(Count(data, "upcoming"), milestones.GetProperty("upcoming").GetInt32());
        var kinds = data.GetProperty("activitiesGrouped").GetProperty("nodes").EnumerateArray().ToDictionary(node => node.GetProperty("keys").GetProperty("kind").GetString()!);
        foreach (var kind in data.GetProperty("delivery").GetProperty("total").GetProperty("activities").GetProperty("kinds").EnumerateArray())
        {
            var group = kinds[kind.GetProperty("kind").GetString()!];
            Assert.Equal(group.GetProperty("count").GetInt32(), kind.GetProperty("activities").GetInt32());
            Assert.Equal(group.GetProperty("sum").GetProperty("reach").ToString(), kind.GetProperty("reach").ToString());
        }
    }

    [Fact]
    public async Task Demonstration_is_said_in_every_row_and_can_be_left_out()
    {
        const string row = "demonstration initiatives { all notStated } milestones { all } progress { ofAll { reason } } activities { all { activities } }";
        var data = await app.DataAsync($$"""
            { both: delivery { demonstration total { {{row}} } objectives { {{row}} } initiatives { {{row}} } partners { {{row}} } plans { demonstration all { plans } } }
              real: delivery(demonstration: false) { demonstration total { {{row}} } plans { demonstration all { plans } } }
              madeUp: delivery(demonstration: true) { demonstration total { {{row}} } } }
            """);
        var both = data.GetProperty("both");
        Assert.True(both.GetProperty("demonstration").GetBoolean() && both.GetProperty("plans").GetProperty("demonstration").GetBoolean());
        foreach (var rows in new[] { "objectives", "initiatives", "partners" })
            Assert.All(both.GetProperty(rows).EnumerateArray(), one => Assert.True(one.GetProperty("demonstration").GetBoolean()));
        Assert.Equal(
            """{"demonstration":false,"total":{"demonstration":false,"initiatives":{"all":44,"notStated":44},"milestones":{"all":0},"progress":{"ofAll":{"reason":"NOT_AVAILABLE"}},"activities":{"all":{"activities":0}}},"plans":{"demonstration":false,"all":{"plans":0}}}""",
            data.GetProperty("real").GetRawText());
        Assert.Equal(both.GetProperty("total").GetRawText(), data.GetProperty("madeUp").GetProperty("total").GetRawText());
        Assert.Equal(32, both.GetProperty("plans").GetProperty("all").GetProperty("plans").GetInt32());
    }

    private static int Count(JsonElement data, string list) => data.GetProperty(list).GetProperty("totalCount").GetInt32();
}
