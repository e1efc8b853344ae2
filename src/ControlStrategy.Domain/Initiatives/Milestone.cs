using ControlStrategy.Domain.Imports;

namespace ControlStrategy.Domain.Initiatives;

/// <summary>Something an initiative has to reach by a day.</summary>
public sealed class Milestone : IHasRules
{
    /// <summary>Key, unique among milestones.</summary>
    public int Id { get; private set; }

    /// <summary>Key of the initiative.</summary>
    public int InitiativeId { get; private set; }

    /// <summary>The initiative it belongs to.</summary>
    public required Initiative Initiative { get; init; }

    /// <summary>What has to be reached.</summary>
    public required string Title { get; init; }

    /// <summary>Day by which it has to be reached.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Day it was reached, not before the initiative starts; none while it is open.</summary>
    public DateOnly? CompletedOn { get; private set; }

    /// <summary>Whether it is demonstration data.</summary>
    public bool Demonstration { get; init; }

    /// <summary>Key of the import.</summary>
    public int? ImportId { get; private set; }

    /// <summary>The import that last wrote it; none where it came with the product.</summary>
    public Import? Import { get; init; }

    /// <summary>Marks it as reached.</summary>
    /// <param name="on">Day it was reached, not before the initiative starts.</param>
    /// <exception cref="RuleBrokenException">MILESTONE_COMPLETED or MILESTONE_BEFORE_START: it was reached already, or the initiative
    /// had not started by that day.</exception>
    public void Complete(DateOnly on)
    {
        if (CompletedOn is { } already)
            throw new RuleBrokenException("MILESTONE_COMPLETED", $"Milestone \"{Title}\" was completed on {already:O} already.");
        CheckNotBefore(Initiative?.StartsOn, on);
        CompletedOn = on;
    }

    /// <inheritdoc/>
    public void CheckRules()
    {
        if (CompletedOn is null && Initiative is { Status: InitiativeStatus.Completed })
            throw new RuleBrokenException(
                "INITIATIVE_OPEN_MILESTONE",
                $"Initiative {Initiative.Code} is completed and cannot take the open milestone \"{Title}\".");
        CheckCompletedAfter(Initiative?.StartsOn);
    }

    internal void CheckCompletedAfter(DateOnly? startsOn) => CheckNotBefore(startsOn, CompletedOn);

    private void CheckNotBefore(DateOnly? startsOn, DateOnly? on)
    {
        if (on < startsOn)
            throw new RuleBrokenException(
                "MILESTONE_BEFORE_START",
                $"Milestone \"{Title}\" cannot be completed on {on:O}: its initiative starts on {startsOn:O}.");
    }
}
