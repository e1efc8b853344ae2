using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Initiatives;

namespace ControlStrategy.Data.Content.Demonstration;

/// <summary>Made-up activities of the initiatives that have begun.</summary>
/// <param name="titles">Titles for each kind of activity.</param>
/// <param name="councils">The areas they are held in.</param>
/// <param name="lastDay">Last day that anything was done on.</param>
internal sealed class DemonstrationActivities(
    IReadOnlyDictionary<ActivityKind, string[]> titles,
    IReadOnlyList<Area> councils,
    DateOnly lastDay)
{
    private static readonly ActivityKind[] Kinds = [ActivityKind.Engagement, ActivityKind.ProblemSolving, ActivityKind.Communication];

    public IEnumerable<Activity> Of(Initiative initiative)
    {
        if (initiative is not { StartsOn: { } first } || first > lastDay)
            return [];
        var draw = new Draw($"activities of {initiative.Code}");
        // A paused one halted within the last twelve months: nothing is held in those.
        var last = initiative.EndsOn ?? (initiative.Status is InitiativeStatus.Paused ? lastDay.AddYears(-1) : lastDay);
        // An initiative that the strategy places in one council area stays there.
        var places = initiative.Areas.Find(area => area.Level is AreaLevel.CouncilArea) is { } only ? [only] : councils;
        return Enumerable.Range(0, draw.Between(40, 120)).Select(_ => ActivityOf(initiative, draw, places, last));
    }

    private Activity ActivityOf(Initiative initiative, Draw draw, IReadOnlyList<Area> places, DateOnly last)
    {
        var kind = draw.OneOf(Kinds);
        var first = initiative.StartsOn!.Value;
        return new()
        {
            Initiative = initiative,
            Area = draw.OneOf(places),
            HeldOn = first.AddDays(draw.Below(last.DayNumber - first.DayNumber + 1)),
            Kind = kind,
            Title = draw.OneOf(titles[kind]),
            Reach = ReachOf(kind, draw),
            Demonstration = true,
        };
    }

    // Problem solving is not counted by the people it reaches.
    private static int? ReachOf(ActivityKind kind, Draw draw) => kind switch
    {
        ActivityKind.Engagement => draw.Between(8, 150),
        ActivityKind.Communication => draw.Between(10, 400) * 10,
        _ => null,
    };
}
