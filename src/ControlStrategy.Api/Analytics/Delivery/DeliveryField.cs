using ControlStrategy.Api.Composition;
using ControlStrategy.Data;
using ControlStrategy.Domain.Delivery;
using ControlStrategy.GraphQL;
using ControlStrategy.GraphQL.Records;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Analytics.Delivery;

/// <summary>Answers <c>delivery</c> by at most nine statements, however much work there is: what was not selected is not read.</summary>
internal static class DeliveryField
{
    public static RecordFieldDefinition Definition { get; } = RecordFieldDefinition.Create<DeliveryArguments, Delivery>(
        "delivery",
        "Whether the strategy is being done, and where it is stuck, on a day: milestones due, met, late and overdue, progress, activities and the people they reached, "
        + "in all, by objective, initiative and partner; problem-solving plans by stage of SARA and age.",
        ResolveAsync);

    private static async Task<Delivery?> ResolveAsync(DeliveryArguments arguments, SelectedMembers selected, IServiceProvider services, CancellationToken cancellation)
    {
        var window = arguments.Window(DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime));
        var needs = new DeliveryNeeds(selected);
        await using var context = await services.GetRequiredService<IDbContextFactory<StrategyContext>>().CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        var asked = await AskedInitiatives.ReadAsync(context, arguments, cancellation);
        if (needs.Initiatives)
            RefuseTooMany(asked.All.Count, services.GetRequiredService<StrategySettings>().MaximumScorecardRows);
        var reading = new DeliveryReading(context, asked, window) { Demonstration = arguments.Demonstration };
        var work = new DeliveryRows(asked, await reading.WorkAsync(needs, cancellation), arguments.Demonstration);
        var plans = PlanDelivery.On(window.On, needs.Plans ? await reading.PlansAsync(arguments.Objective is not null || arguments.Initiatives is not null, cancellation) : []);
        return new Delivery(
            window.On,
            window.Since,
            work.Total.Demonstration || plans.Demonstration,
            work.Total,
            needs.Objectives ? work.Objectives() : [],
            needs.Initiatives ? work.Initiatives() : [],
            needs.Partners ? work.Partners(await reading.PartnersAsync(cancellation)) : [],
            plans);
    }

    private static void RefuseTooMany(int rows, int maximum)
    {
        if (rows > maximum)
            throw new RequestException("TOO_MANY_ROWS", $"The delivery would have {rows} initiatives, more than {maximum} (setting Scorecard:MaximumRows); ask by objective.");
    }
}
