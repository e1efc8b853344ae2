using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Imports;

namespace ControlStrategy.Domain.Initiatives;

/// <summary>One dated thing done under an initiative.</summary>
public sealed class Activity
{
    /// <summary>Key, unique among activities.</summary>
    public int Id { get; private set; }

    /// <summary>Key of the initiative.</summary>
    public int InitiativeId { get; private set; }

    /// <summary>The initiative it was done under.</summary>
    public required Initiative Initiative { get; init; }

    /// <summary>Key of the area.</summary>
    public int AreaId { get; private set; }

    /// <summary>The area it was done in.</summary>
    public required Area Area { get; init; }

    /// <summary>Day it was done.</summary>
    public required DateOnly HeldOn { get; init; }

    /// <summary>What sort of output of the strategy it is.</summary>
    public required ActivityKind Kind { get; init; }

    /// <summary>What was done.</summary>
    public required string Title { get; init; }

    /// <summary>People reached, 0 or more; none where not counted.</summary>
    /// <exception cref="RuleBrokenException">ACTIVITY_REACH: below 0.</exception>
    public int? Reach
    {
        get;
        init => field = value is null or >= 0
            ? value
            : throw new RuleBrokenException("ACTIVITY_REACH", $"An activity cannot reach {value} people.");
    }

    /// <summary>Whether it is demonstration data.</summary>
    public bool Demonstration { get; init; }

    /// <summary>Key of the import.</summary>
    public int? ImportId { get; private set; }

    /// <summary>The import that last wrote it; none where it came with the product.</summary>
    public Import? Import { get; init; }
}

/// <summary>What sort of output of the strategy an activity is.</summary>
public enum ActivityKind
{
    /// <summary>Meeting and listening to a community.</summary>
    Engagement,

    /// <summary>Working on a problem with those concerned.</summary>
    ProblemSolving,

    /// <summary>Giving information or a message.</summary>
    Communication,
}
