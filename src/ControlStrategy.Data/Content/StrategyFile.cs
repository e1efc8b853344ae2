namespace ControlStrategy.Data.Content;

/// <summary>The shape of <c>strategy.json</c>.</summary>
internal sealed record StrategyFile
{
    public required string Code { get; init; }

    public required string Title { get; init; }

    public required string Owner { get; init; }

    public required string Version { get; init; }

    public required DateOnly PublishedOn { get; init; }

    public required string Vision { get; init; }

    public required string[] Intents { get; init; }

    public required string[] Purposes { get; init; }

    public required ObjectiveItem[] Objectives { get; init; }

    public required OutcomeItem[] Outcomes { get; init; }

    public required PriorityItem[] Priorities { get; init; }
}

internal sealed record ObjectiveItem(int Number, string Title, string Summary);

/// <summary>An outcome; its parent stands before it in the file.</summary>
internal sealed record OutcomeItem(string Code, string Title, string? Parent = null);

internal sealed record PriorityItem(string Code, string Title, string Outcome);
