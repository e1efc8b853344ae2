namespace ControlStrategy.Domain.Initiatives;

// How an initiative moves from planned to completed, and the rules that hold on the way.
public sealed partial class Initiative
{
    /// <summary>Sets the first and the last day; an initiative without a status becomes planned.</summary>
    /// <param name="startsOn">First day.</param>
    /// <param name="endsOn">Last day, on or after the first; none leaves the end open.</param>
    /// <exception cref="RuleBrokenException">INITIATIVE_DATES or INITIATIVE_STATUS: it ends before it starts, or is completed.</exception>
    public void Schedule(DateOnly startsOn, DateOnly? endsOn)
    {
        Refuse(Status is InitiativeStatus.Completed, "be scheduled");
        CheckDates(startsOn, endsOn);
        CheckMilestonesFollow(startsOn);
        (StartsOn, EndsOn, Status) = (startsOn, endsOn, Status ?? InitiativeStatus.Planned);
    }

    /// <summary>Makes it active. The day becomes its first, unless it resumes after a pause.</summary>
    /// <param name="on">Day it starts or resumes.</param>
    /// <exception cref="RuleBrokenException">INITIATIVE_STATUS or INITIATIVE_DATES: it is active or completed, or the day is after
    /// its last.</exception>
    public void Start(DateOnly on)
    {
        Refuse(Status is InitiativeStatus.Active or InitiativeStatus.Completed, "start");
        CheckDates(on, EndsOn);
        var startsOn = Status is InitiativeStatus.Paused ? StartsOn : on;
        CheckMilestonesFollow(startsOn);
        (StartsOn, Status) = (startsOn, InitiativeStatus.Active);
    }

    /// <summary>Halts it for a time.</summary>
    /// <param name="on">Day it halts, on or after its first.</param>
    /// <exception cref="RuleBrokenException">INITIATIVE_STATUS or INITIATIVE_DATES: it is not active, or had not started by that
    /// day.</exception>
    public void Pause(DateOnly on)
    {
        Refuse(Status is not InitiativeStatus.Active, "be paused");
        CheckDates(StartsOn, on);
        Status = InitiativeStatus.Paused;
    }

    /// <summary>Ends it. Its milestones must be loaded, and all completed.</summary>
    /// <param name="on">Last day, on or after its first.</param>
    /// <exception cref="RuleBrokenException">INITIATIVE_STATUS, INITIATIVE_DATES or INITIATIVE_OPEN_MILESTONE: it is neither active
    /// nor paused,
    /// had not started by that day, or a milestone is open.</exception>
    public void Complete(DateOnly on)
    {
        Refuse(Status is not (InitiativeStatus.Active or InitiativeStatus.Paused), "be completed");
        CheckDates(StartsOn, on);
        CheckMilestonesClosed();
        (EndsOn, Status) = (on, InitiativeStatus.Completed);
    }

    /// <summary>Checks whether status and days could be these. Its milestones must be loaded.</summary>
    /// <param name="status">How far it has come; none where not stated.</param>
    /// <param name="startsOn">First day; none where not stated.</param>
    /// <param name="endsOn">Last day; none where open or not stated.</param>
    /// <exception cref="RuleBrokenException">INITIATIVE_DATES, INITIATIVE_OPEN_MILESTONE or MILESTONE_BEFORE_START: it would end before
    /// it starts, be completed with an open milestone, or start after one was completed.</exception>
    public void CheckRestated(InitiativeStatus? status, DateOnly? startsOn, DateOnly? endsOn)
    {
        CheckDates(startsOn, endsOn);
        CheckMilestonesFollow(startsOn);
        if (status is InitiativeStatus.Completed)
            CheckMilestonesClosed();
    }

    /// <summary>Puts what a record states in place of status and days held, whatever they were. Its milestones must be loaded.</summary>
    /// <param name="status">How far it has come; none where not stated.</param>
    /// <param name="startsOn">First day; none where not stated.</param>
    /// <param name="endsOn">Last day, on or after the first; none where open or not stated.</param>
    /// <exception cref="RuleBrokenException">What <see cref="CheckRestated"/> finds. Nothing was changed.</exception>
    public void Restate(InitiativeStatus? status, DateOnly? startsOn, DateOnly? endsOn)
    {
        CheckRestated(status, startsOn, endsOn);
        (Status, StartsOn, EndsOn) = (status, startsOn, endsOn);
    }

    /// <inheritdoc/>
    public void CheckRules() => CheckRestated(Status, StartsOn, EndsOn);

    private void Refuse(bool refused, string what)
    {
        if (refused)
            throw new RuleBrokenException(
                "INITIATIVE_STATUS",
                $"Initiative {Code} is {Status?.ToString() ?? "without status"} and cannot {what}.");
    }

    private void CheckDates(DateOnly? startsOn, DateOnly? endsOn)
    {
        if (endsOn < startsOn)
            throw new RuleBrokenException(
                "INITIATIVE_DATES",
                $"Initiative {Code} would end or halt on {endsOn:O}, before it starts on {startsOn:O}.");
    }

    private void CheckMilestonesFollow(DateOnly? startsOn)
    {
        foreach (var milestone in Milestones)
            milestone.CheckCompletedAfter(startsOn);
    }

    private void CheckMilestonesClosed()
    {
        if (Milestones.Find(milestone => milestone.CompletedOn is null) is { } open)
            throw new RuleBrokenException(
                "INITIATIVE_OPEN_MILESTONE",
                $"Initiative {Code} cannot be completed: milestone \"{open.Title}\" is open.");
    }
}
