using ControlStrategy.Domain.Initiatives;
using ControlStrategy.Domain.Measures;

namespace ControlStrategy.Domain.Strategies;

/// <summary>What the strategy wants to achieve; outcomes form a tree.</summary>
public sealed class Outcome : IHasRules
{
    /// <summary>Key, unique among outcomes.</summary>
    public int Id { get; private set; }

    /// <summary>Key of the strategy.</summary>
    public int StrategyId { get; private set; }

    /// <summary>The strategy the outcome belongs to.</summary>
    public required Strategy Strategy { get; init; }

    /// <summary>Number in the strategy, such as 1 or 1a; unique within the strategy.</summary>
    public required string Code { get; init; }

    /// <summary>What is to be achieved.</summary>
    public required string Title { get; init; }

    /// <summary>Key of the outcome this one is part of.</summary>
    public int? ParentId { get; private set; }

    /// <summary>The outcome this one is part of; none for a main outcome.</summary>
    public Outcome? Parent { get; init; }

    /// <summary>The parts of this outcome.</summary>
    public List<Outcome> Children { get; } = [];

    /// <summary>The measures that show whether the outcome is reached.</summary>
    public List<Measure> Measures { get; } = [];

    /// <summary>The initiatives that serve the outcome.</summary>
    public List<Initiative> Initiatives { get; } = [];

    /// <summary>The priorities that serve the outcome.</summary>
    public List<Priority> Priorities { get; } = [];

    /// <inheritdoc/>
    /// <exception cref="RuleBrokenException">OUTCOME_PARENT: the parent belongs to another strategy.</exception>
    public void CheckRules()
    {
        if (Parent is { Strategy: { } other } && Strategy is not null && other != Strategy)
            throw new RuleBrokenException("OUTCOME_PARENT", $"Outcome {Code}: its parent {Parent.Code} belongs to another strategy.");
    }
}
