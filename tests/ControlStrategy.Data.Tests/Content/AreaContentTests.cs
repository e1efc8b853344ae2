using ControlStrategy.Domain.Areas;
using ControlStrategy.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Content;

public sealed class AreaContentTests(DatabaseWithoutDemonstration database) : IClassFixture<DatabaseWithoutDemonstration>
{
    [SkippableFact]
    public void Councils_and_divisions_are_those_of_the_published_look_up()
    {
        var published = File.ReadLines(PublishedData.Find(PublishedData.Divisions)).Skip(1).Order(StringComparer.Ordinal);
        using var context = database.Open();

        var shipped = context.Areas.Where(x => x.Level == AreaLevel.CouncilArea)
            .Select(x => new { Council = x, Division = x.Parent! })
            .AsEnumerable()
            .Select(x => $"{x.Council.Code},{x.Council.Name},{x.Division.Code},{x.Division.Letter},{x.Division.Name}")
            .Order(StringComparer.Ordinal);

        Assert.Equal(published, shipped);
    }

    [Theory]
    [InlineData("COMMAND-NORTH", "ADN")]
    [InlineData("COMMAND-EAST", "CEJP")]
    [InlineData("COMMAND-WEST", "GKLQUV")]
    public void A_command_area_has_its_divisions(string command, string letters)
    {
        using var context = database.Open();

        var area = context.Areas.Include(x => x.Parent).Include(x => x.Children).Single(x => x.Code == command);

        Assert.Equal("S92000003", area.Parent?.Code);
        Assert.Equal(letters, string.Concat(area.Children.Select(x => x.Letter).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void There_are_1_nation_3_commands_13_divisions_and_32_councils()
    {
        using var context = database.Open();

        var counts = context.Areas.AsEnumerable().CountBy(x => x.Level).OrderBy(x => x.Key).Select(x => (x.Key, x.Value));

        Assert.Equal(
            [(AreaLevel.Nation, 1), (AreaLevel.CommandArea, 3), (AreaLevel.PoliceDivision, 13), (AreaLevel.CouncilArea, 32)],
            counts);
    }

    [Theory]
    [InlineData("S12000015", "Fife")]
    [InlineData("S12000024", "Perth and Kinross")]
    [InlineData("S12000044", "North Lanarkshire")]
    [InlineData("S12000046", "Glasgow City")]
    public void An_old_code_still_finds_its_council(string code, string name)
    {
        using var context = database.Open();

        Assert.Equal(name, context.Areas.Single(x => x.SupersededCodes.Any(old => old.Code == code)).Name);
    }
}
