using ControlStrategy.Domain.Initiatives;

namespace ControlStrategy.Domain.Strategies;

/// <summary>One theme of the control strategy, such as road safety and road crime.</summary>
public sealed class Priority
{
    /// <summary>Key, unique among priorities.</summary>
    public int Id { get; private set; }

    /// <summary>Key of the strategy.</summary>
    public int StrategyId { get; private set; }

    /// <summary>The strategy that serves the priority.</summary>
    public required Strategy Strategy { get; init; }

    /// <summary>Short stable name, unique within the strategy.</summary>
    public required string Code { get; init; }

    /// <summary>The theme.</summary>
    public required string Title { get; init; }

    /// <summary>How the priority is ranked; none where no source states it.</summary>
    public PriorityRank? Rank { get; init; }

    /// <summary>Key of the outcome.</summary>
    public int OutcomeId { get; private set; }

    /// <summary>The outcome the priority serves.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The initiatives that serve the priority.</summary>
    public List<Initiative> Initiatives { get; } = [];
}

/// <summary>How a priority is ranked among the others.</summary>
public enum PriorityRank
{
    /// <summary>Ranked very high.</summary>
    VeryHigh,

    /// <summary>Ranked high.</summary>
    High,
}
