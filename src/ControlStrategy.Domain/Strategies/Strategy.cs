namespace ControlStrategy.Domain.Strategies;

/// <summary>A published crime prevention strategy: what is to be achieved, and how.</summary>
public sealed class Strategy
{
    /// <summary>Key, unique among strategies.</summary>
    public int Id { get; private set; }

    /// <summary>Short stable name, unique among strategies.</summary>
    public required string Code { get; init; }

    /// <summary>Title as published.</summary>
    public required string Title { get; init; }

    /// <summary>Department that owns the strategy.</summary>
    public required string Owner { get; init; }

    /// <summary>Version as published, such as 1.0.</summary>
    public required string Version { get; init; }

    /// <summary>Day of publication; the first of the month where only the month is stated.</summary>
    public required DateOnly PublishedOn { get; init; }

    /// <summary>What the strategy works towards, in our own words.</summary>
    public required string Vision { get; init; }

    /// <summary>Whether this is the strategy in force; one is.</summary>
    public bool IsCurrent { get; private set; }

    /// <summary>What the strategy intends.</summary>
    public List<StrategyIntent> Intents { get; } = [];

    /// <summary>What the strategy is for.</summary>
    public List<StrategyPurpose> Purposes { get; } = [];

    /// <summary>The strategy's objectives: each says what "we will" do.</summary>
    public List<Objective> Objectives { get; } = [];

    /// <summary>The priorities of the control strategy the strategy serves.</summary>
    public List<Priority> Priorities { get; } = [];

    /// <summary>Puts this strategy in force in place of the one in force until now.</summary>
    /// <param name="predecessor">The strategy in force until now; none for the first.</param>
    public void MakeCurrent(Strategy? predecessor = null)
    {
        if (predecessor is not null)
            predecessor.IsCurrent = false;
        IsCurrent = true;
    }
}
