using ControlStrategy.Data;
using ControlStrategy.Domain.Imports;
using ControlStrategy.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ControlStrategy.Api.Tests.Delivery;

/// <summary>The application on 1 December 2026, without demonstration data, with work as a force would import it.</summary>
public sealed class WorkApp : RunningApp
{
    public WorkApp() => Clock = new FakeTimeProvider(new DateTimeOffset(2026, 12, 1, 10, 0, 0, TimeSpan.Zero));

    protected override void Configure(IDictionary<string, string?> settings) => settings["Content:Demonstration"] = "false";

    protected override async Task FillAsync()
    {
        await ImportAsync(ImportKind.Initiatives, """
            code,name,summary,kind,objective,status,starts_on,areas
            rural-watch,Rural Watch,Watches over farms.,PARTNERSHIP,1,ACTIVE,2026-01-01,S12000033
            """);
        // Of metal theft: met on the day, met ahead, late by 10 days, overdue by 30, due on the day, upcoming.
        await ImportAsync(ImportKind.Milestones, """
            initiative,title,due_on,completed_on
            metal-theft,On the day,2026-06-30,2026-06-30
            metal-theft,Ahead,2027-03-31,2026-11-30
            metal-theft,Late,2026-09-20,2026-09-30
            metal-theft,Overdue,2026-11-01,
            metal-theft,Today,2026-12-01,
            metal-theft,Upcoming,2026-12-02,
            choices-for-life,Old and open,2025-12-01,
            choices-for-life,Old and met,2025-11-01,2025-10-01
            building-safer-communities,Later,2027-06-01,
            best-bar-none-scotland,First,2026-10-01,2026-10-02
            rural-watch,Signed,2026-05-01,2026-05-01
            """);
        await ImportAsync(ImportKind.Activities, """
            initiative,area,held_on,kind,title,reach
            metal-theft,S12000033,2026-10-05,ENGAGEMENT,Visit,24
            metal-theft,S12000034,2026-10-06,ENGAGEMENT,Visit,
            metal-theft,S12000036,2026-11-30,PROBLEM_SOLVING,Survey,
            metal-theft,S12000036,2026-12-01,COMMUNICATION,Leaflet,1000
            metal-theft,S12000036,2026-12-02,COMMUNICATION,Tomorrow,5000
            choices-for-life,S32000015,2026-10-20,ENGAGEMENT,Division day,100
            rural-watch,S92000003,2026-09-20,ENGAGEMENT,National day,7
            """);
        await using var context = Services.GetRequiredService<WritingContexts>().CreateDbContext();
        await EnterAsync(context, "theft", "S12000033", "metal-theft", (SaraStage.Scanning, -100), (SaraStage.Analysis, -60), (SaraStage.Response, -40), (SaraStage.Analysis, -10));
        await EnterAsync(context, "noise", "S12000036", null, (SaraStage.Scanning, -21), (SaraStage.Scanning, -1));
        await EnterAsync(context, "later", "S12000036", null, (SaraStage.Scanning, 1));
    }

    private static async Task EnterAsync(StrategyContext context, string code, string area, string? initiative, params (SaraStage Stage, int Day)[] entries)
    {
        var plan = new ProblemSolvingPlan
        {
            Code = code,
            Title = code,
            Area = await context.Areas.SingleAsync(x => x.Code == area),
            Initiative = initiative is null ? null : await context.Initiatives.SingleAsync(x => x.Code == initiative),
        };
        foreach (var (stage, day) in entries)
            plan.Enter(stage, new DateOnly(2026, 12, 1).AddDays(day), "Noted.");
        context.Add(plan);
        await context.SaveChangesAsync();
    }
}
