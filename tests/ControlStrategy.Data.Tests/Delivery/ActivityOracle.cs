using ControlStrategy.Data.Tests.Importing;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Tests.Delivery;

/// <summary>What is kept of the activity measures, and what it must be, both as one line for each figure: measure, area, month, value.</summary>
internal static class ActivityOracle
{
    private static readonly (string Code, ActivityKind? Kind, Func<Activity, int> Value)[] Measures =
    [
        ("engagement-activities", ActivityKind.Engagement, _ => 1),
        ("problem-solving-activities", ActivityKind.ProblemSolving, _ => 1),
        ("communication-activities", ActivityKind.Communication, _ => 1),
        ("all-activities", null, _ => 1),
        ("engagement-reach", ActivityKind.Engagement, activity => activity.Reach ?? 0),
        ("communication-reach", ActivityKind.Communication, activity => activity.Reach ?? 0),
        ("all-reach", null, activity => activity.Reach ?? 0),
    ];

    public static async Task<List<string>> KeptAsync(this ImportDatabase database, bool demonstration) => await database.ReadAsync(async context =>
        (await context.Observations.Where(x => x.Measure.Code.EndsWith("-activities") || x.Measure.Code.EndsWith("-reach"))
            .Where(x => x.Measure.Demonstration == demonstration)
            .Select(x => new { x.Measure.Code, Area = x.Area.Code, x.PeriodStart, x.Value }).ToListAsync())
            .Select(x => Line(x.Code, x.Area, x.PeriodStart, (int)x.Value)).Order(StringComparer.Ordinal).ToList());

    /// <summary>The figures of every month of the financial years with activities between the first and the last, where they must be kept.</summary>
    public static async Task<List<string>> ExpectedAsync(this ImportDatabase database, bool demonstration) => await database.ReadAsync(async context =>
    {
        var areas = await context.Areas.AsNoTracking().ToListAsync();
        var activities = await context.Activities.AsNoTracking().Where(x => x.Demonstration == demonstration).ToListAsync();
        var seen = activities.Select(x => MonthOf(x.HeldOn)).ToHashSet();
        var years = seen.Select(x => x.AddMonths(-3).Year).ToHashSet();
        var months = new List<DateOnly>();
        for (var month = seen.DefaultIfEmpty(DateOnly.MaxValue).Min(); month <= seen.DefaultIfEmpty().Max(); month = month.AddMonths(1))
        {
            if (years.Contains(month.AddMonths(-3).Year)) months.Add(month);
        }
        var told = activities.Select(x => x.AreaId).ToHashSet();
        var within = activities.SelectMany(x => Upwards(areas, x.AreaId), (x, area) => (Place: (area, MonthOf(x.HeldOn)), x)).ToLookup(x => x.Place, x => x.x);
        return
        (
            from measure in Measures
            from area in areas.Where(x => x.Level is AreaLevel.CouncilArea || told.Contains(x.Id))
            from month in months
            let counted = within[(area.Id, month)].Where(x => (measure.Kind ?? x.Kind) == x.Kind)
            select Line((demonstration ? "demo-" : "") + measure.Code, area.Code, month, counted.Sum(measure.Value))
        ).Order(StringComparer.Ordinal).ToList();
    });

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static IEnumerable<int> Upwards(List<Area> areas, int areaId)
    {
        for (int? id = areaId; id is { } one; id = areas.Single(x => x.Id == one).ParentId)
            yield return one;
    }

    private static string Line(string measure, string area, DateOnly month, int value) => FormattableString.Invariant($"{measure} {area} {month:yyyy-MM} {value}");
}
