namespace ControlStrategy.Domain.Initiatives;

/// <summary>One entry of a problem-solving plan into a stage.</summary>
public sealed class ProblemSolvingEntry : IHasRules
{
    /// <summary>Key, unique among entries; it rises in the order entered.</summary>
    public int Id { get; private set; }

    /// <summary>Key of the plan.</summary>
    public int PlanId { get; private set; }

    /// <summary>The plan.</summary>
    public required ProblemSolvingPlan Plan { get; init; }

    /// <summary>The stage entered.</summary>
    public required SaraStage Stage { get; init; }

    /// <summary>Day of entry, not before the entry preceding it.</summary>
    public required DateOnly EnteredOn { get; init; }

    /// <summary>What was found, done or decided.</summary>
    public required string Note { get; init; }

    /// <inheritdoc/>
    /// <exception cref="RuleBrokenException">PLAN_ENTRY_DATE: the day is before the preceding entry's.</exception>
    public void CheckRules() => Plan?.CheckRules();
}

/// <summary>A stage of a problem-solving plan; stages can be revisited.</summary>
public enum SaraStage
{
    /// <summary>Finding and naming the problem.</summary>
    Scanning,

    /// <summary>Learning what causes it.</summary>
    Analysis,

    /// <summary>Acting on the causes.</summary>
    Response,

    /// <summary>Checking whether it worked.</summary>
    Assessment,
}
