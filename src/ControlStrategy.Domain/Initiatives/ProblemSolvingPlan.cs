using ControlStrategy.Domain.Areas;

namespace ControlStrategy.Domain.Initiatives;

/// <summary>Work on one local problem in the stages of SARA: scanning, analysis, response, assessment.</summary>
public sealed class ProblemSolvingPlan : IHasRules
{
    /// <summary>Key, unique among plans.</summary>
    public int Id { get; private set; }

    /// <summary>Short stable name, unique among plans.</summary>
    public required string Code { get; init; }

    /// <summary>The problem, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>Key of the area.</summary>
    public int AreaId { get; private set; }

    /// <summary>The area with the problem.</summary>
    public required Area Area { get; init; }

    /// <summary>Key of the initiative.</summary>
    public int? InitiativeId { get; private set; }

    /// <summary>The initiative the plan is part of; none where it stands alone.</summary>
    public Initiative? Initiative { get; init; }

    /// <summary>Whether it is demonstration data.</summary>
    public bool Demonstration { get; init; }

    /// <summary>Every entry into a stage, in the order entered; a stage can be entered again.</summary>
    public List<ProblemSolvingEntry> Entries { get; } = [];

    /// <summary>Enters a stage. What was entered before stays; the entries must be loaded.</summary>
    /// <param name="stage">The stage, which may have been entered before.</param>
    /// <param name="on">Day of entry, not before the last one.</param>
    /// <param name="note">What was found, done or decided.</param>
    /// <exception cref="RuleBrokenException">PLAN_ENTRY_DATE: the day is before the last entry's.</exception>
    public void Enter(SaraStage stage, DateOnly on, string note)
    {
        if (InOrderEntered().LastOrDefault() is { } last)
            CheckOrder(last.EnteredOn, on);
        Entries.Add(new ProblemSolvingEntry { Plan = this, Stage = stage, EnteredOn = on, Note = note });
    }

    /// <inheritdoc/>
    public void CheckRules()
    {
        var before = DateOnly.MinValue;
        foreach (var entry in InOrderEntered())
        {
            CheckOrder(before, entry.EnteredOn);
            before = entry.EnteredOn;
        }
    }

    // Keys rise as entries are stored; the ones not yet stored have none and come last.
    private IEnumerable<ProblemSolvingEntry> InOrderEntered() => Entries.OrderBy(entry => entry.Id == 0).ThenBy(entry => entry.Id);

    private void CheckOrder(DateOnly before, DateOnly on)
    {
        if (on < before)
            throw new RuleBrokenException("PLAN_ENTRY_DATE", $"Plan {Code}: an entry on {on:O} cannot follow one on {before:O}.");
    }
}
