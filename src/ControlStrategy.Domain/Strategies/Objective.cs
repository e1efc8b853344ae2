using ControlStrategy.Domain.Initiatives;

namespace ControlStrategy.Domain.Strategies;

/// <summary>One of the strategy's five objectives: what "we will" do.</summary>
public sealed class Objective
{
    /// <summary>Key, unique among objectives.</summary>
    public int Id { get; private set; }

    /// <summary>Key of the strategy.</summary>
    public int StrategyId { get; private set; }

    /// <summary>The strategy the objective belongs to.</summary>
    public required Strategy Strategy { get; init; }

    /// <summary>Number in the strategy, 1 to 5.</summary>
    /// <exception cref="RuleBrokenException">OBJECTIVE_NUMBER: not from 1 to 5.</exception>
    public required int Number
    {
        get;
        init => field = value is >= 1 and <= 5
            ? value
            : throw new RuleBrokenException("OBJECTIVE_NUMBER", $"An objective's number is 1 to 5, not {value}.");
    }

    /// <summary>Title, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What the objective promises, in our own words.</summary>
    public required string Summary { get; init; }

    /// <summary>The items listed under the objective.</summary>
    public List<Initiative> Initiatives { get; } = [];
}
