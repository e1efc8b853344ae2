using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Content;

public sealed partial class StrategyContentTests(DatabaseWithoutDemonstration database) : IClassFixture<DatabaseWithoutDemonstration>
{
    [Fact]
    public void One_strategy_ships_and_is_current()
    {
        using var context = database.Open();

        var strategy = Assert.Single(context.Strategies);

        Assert.True(strategy.IsCurrent);
        Assert.Equal("Crime Prevention Strategy", strategy.Title);
        Assert.Equal("1.0", strategy.Version);
        Assert.Equal(new DateOnly(2015, 3, 1), strategy.PublishedOn);
    }

    [Fact]
    public void The_outcomes_are_a_tree_of_seven()
    {
        using var context = database.Open();

        var outcomes = context.Outcomes.Include(x => x.Parent).OrderBy(x => x.Code).ToList();

        Assert.Equal(["1", "1a", "1b", "1c", "1d", "2", "3"], outcomes.Select(x => x.Code));
        Assert.All(outcomes, x => Assert.Equal(x.Code.Length == 2 ? "1" : null, x.Parent?.Code));
    }

    [Fact]
    public void The_four_priorities_serve_the_parts_of_outcome_1_and_are_not_ranked()
    {
        using var context = database.Open();

        var priorities = context.Priorities.Include(x => x.Outcome).ToList();

        Assert.Equal(["1a", "1b", "1c", "1d"], priorities.Select(x => x.Outcome.Code).Order());
        Assert.All(priorities, x => Assert.Null(x.Rank));
    }

    [Fact]
    public void Every_initiative_serves_an_outcome_and_a_priority_only_with_its_outcome()
    {
        using var context = database.Open();

        var initiatives = context.Initiatives.Include(x => x.Outcomes).Include(x => x.Priorities).ThenInclude(x => x.Outcome).ToList();

        Assert.Equal(44, initiatives.Count);
        Assert.All(initiatives, x => Assert.NotEmpty(x.Outcomes));
        Assert.All(initiatives, x => Assert.Subset(x.Outcomes.ToHashSet(), x.Priorities.Select(priority => priority.Outcome).ToHashSet()));
    }

    [Fact]
    public void Codes_are_lower_case_words_with_hyphens()
    {
        using var context = database.Open();

        string[] codes =
        [
            .. context.Strategies.Select(x => x.Code),
            .. context.Priorities.Select(x => x.Code),
            .. context.Initiatives.Select(x => x.Code),
            .. context.Measures.Select(x => x.Code),
        ];

        Assert.All(codes, code => Assert.Matches(Slug(), code));
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Slug();
}
