using ControlStrategy.Domain.Initiatives;

namespace ControlStrategy.Data.Content.Demonstration;

/// <summary>Gives an initiative made-up dates, a status and milestones, by the steps a real one would take.</summary>
/// <param name="milestones">Titles for each kind of initiative, in the order they fall due.</param>
/// <param name="lastDay">Last day that anything was done on.</param>
internal sealed class InitiativeCourse(IReadOnlyDictionary<InitiativeKind, string[]> milestones, DateOnly lastDay)
{
    private const int PlanningHorizonInMonths = 6;

    public void Run(Initiative initiative)
    {
        var draw = new Draw($"course of {initiative.Code}");
        switch (draw.Below(10))
        {
            case 0:
                Plan(initiative, draw);
                break;
            case 1 or 2:
                Complete(initiative, draw);
                break;
            case 3:
                Pause(initiative, draw);
                break;
            default:
                Start(initiative, draw);
                AddMilestones(initiative, draw, lastDay.AddMonths(PlanningHorizonInMonths), lastDay);
                break;
        }
    }

    private static void Start(Initiative initiative, Draw draw) =>
        initiative.Start(new DateOnly(2015, 4, 1).AddMonths(draw.Below(30)));

    private void Plan(Initiative initiative, Draw draw)
    {
        var startsOn = lastDay.AddDays(1).AddMonths(draw.Between(1, PlanningHorizonInMonths));
        initiative.Schedule(startsOn, startsOn.AddYears(2).AddDays(-1));
        AddMilestones(initiative, draw, startsOn.AddYears(2), lastDay);
    }

    private void Complete(Initiative initiative, Draw draw)
    {
        Start(initiative, draw);
        var endsOn = initiative.StartsOn!.Value.AddMonths(draw.Between(24, 72)).AddDays(-1);
        AddMilestones(initiative, draw, endsOn, endsOn);
        foreach (var open in initiative.Milestones.Where(milestone => milestone.CompletedOn is null))
            open.Complete(endsOn);
        initiative.Complete(endsOn);
    }

    private void Pause(Initiative initiative, Draw draw)
    {
        Start(initiative, draw);
        var pausedOn = lastDay.AddMonths(-draw.Between(3, 12));
        AddMilestones(initiative, draw, lastDay.AddMonths(PlanningHorizonInMonths), pausedOn);
        initiative.Pause(pausedOn);
    }

    // Milestones fall due at longer and longer intervals up to the horizon, give or take a month. What was due by the last day of work
    // was reached a little before or after; one in ten is late and still open.
    private void AddMilestones(Initiative initiative, Draw draw, DateOnly horizon, DateOnly lastDayOfWork)
    {
        var startsOn = initiative.StartsOn!.Value;
        var days = horizon.DayNumber - startsOn.DayNumber;
        var titles = milestones[initiative.Kind];
        for (var place = 1; place <= titles.Length; place++)
        {
            var dueOn = startsOn.AddDays((days * place * place / (titles.Length * titles.Length)) - draw.Below(30));
            var reachedOn = dueOn.AddDays(draw.Between(-14, 45));
            var milestone = new Milestone { Initiative = initiative, Title = titles[place - 1], DueOn = dueOn, Demonstration = true };
            if (draw.Below(10) > 0 && reachedOn <= lastDayOfWork)
                milestone.Complete(reachedOn);
            initiative.Milestones.Add(milestone);
        }
    }
}
