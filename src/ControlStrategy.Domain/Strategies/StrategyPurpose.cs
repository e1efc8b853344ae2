namespace ControlStrategy.Domain.Strategies;

/// <summary>One thing the strategy is for.</summary>
public sealed class StrategyPurpose
{
    /// <summary>Key, unique among purposes.</summary>
    public int Id { get; private set; }

    /// <summary>Key of the strategy.</summary>
    public int StrategyId { get; private set; }

    /// <summary>The strategy it belongs to.</summary>
    public required Strategy Strategy { get; init; }

    /// <summary>Place in the list, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>What it says, in our own words.</summary>
    public required string Text { get; init; }
}
