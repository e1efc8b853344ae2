using ControlStrategy.Domain.Strategies;
using Xunit;

namespace ControlStrategy.Domain.Tests.Strategies;

public sealed class StrategyTests
{
    [Fact]
    public void A_strategy_put_in_force_takes_the_place_of_the_one_before()
    {
        var (old, next) = (Sample.Strategy("2015"), Sample.Strategy("2027"));
        Assert.False(old.IsCurrent);
        old.MakeCurrent();
        Assert.True(old.IsCurrent);
        next.MakeCurrent(old);
        Assert.Equal((false, true), (old.IsCurrent, next.IsCurrent));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void An_objective_has_a_number_from_1_to_5(int number) =>
        Sample.Breaks("OBJECTIVE_NUMBER", $"not {number}", () => Objective(number));

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void The_first_and_the_last_objective_are_accepted(int number) => Assert.Equal(number, Objective(number).Number);

    [Fact]
    public void An_outcome_is_part_of_an_outcome_of_the_same_strategy()
    {
        var strategy = Sample.Strategy();
        var main = new Outcome { Strategy = strategy, Code = "1", Title = "Less crime" };
        new Outcome { Strategy = strategy, Code = "1a", Title = "Less violence", Parent = main }.CheckRules();
        var stray = new Outcome { Strategy = Sample.Strategy("2027"), Code = "1b", Title = "Less violence", Parent = main };
        Sample.Breaks("OUTCOME_PARENT", "Outcome 1b", stray.CheckRules);
    }

    private static Objective Objective(int number) =>
        new() { Strategy = Sample.Strategy(), Number = number, Title = "Support", Summary = "Support to divisions." };
}
