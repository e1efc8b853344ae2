using ControlStrategy.Api.Analytics.Delivery;
using ControlStrategy.Api.Analytics.Scorecards;
using ControlStrategy.Api.Composition;
using ControlStrategy.Data;
using ControlStrategy.Domain.Delivery;
using ControlStrategy.Domain.Strategies;
using ControlStrategy.GraphQL.Records;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Analytics.StrategyMaps;

/// <summary>Answers <c>strategyMap</c> by the statements of one scorecard and of one delivery, and four for the links.</summary>
internal static class StrategyMapField
{
    public static RecordFieldDefinition Definition { get; } = RecordFieldDefinition.Create<StrategyMapArguments, StrategyMap>(
        "strategyMap",
        "The strategy as a graph to draw: objectives, initiatives, outcomes and measures in one area, each with its state, and the links between them.",
        ResolveAsync);

    private static async Task<StrategyMap?> ResolveAsync(StrategyMapArguments arguments, SelectedMembers selected, IServiceProvider services, CancellationToken cancellation)
    {
        var asked = AskedPeriod.Read(new ScorecardArguments { Period = arguments.Period });
        var on = arguments.On ?? Earlier(asked.Period.LastDay, DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime));
        await using var context = await services.GetRequiredService<IDbContextFactory<StrategyContext>>().CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        var outcomes = await OutcomeTree.ReadAsync(context, cancellation);
        var needs = new ScorecardNeeds(path => selected.Has(OnTheMap(path)), asked.Period, asked.ComparedYearsBack);
        var figures = new ScorecardArguments { Period = arguments.Period, Area = arguments.Area, AsAt = arguments.AsAt };
        var scorecard = await ScorecardField.ReadAsync(context, figures, (asked, needs, outcomes, services.GetRequiredService<StrategySettings>().MaximumScorecardRows), cancellation);
        var (initiatives, work) = await WorkAsync(context, new DeliveryArguments { On = on, Areas = arguments.Area is { } area ? [area] : null }, selected, cancellation);
        return new StrategyMap
        {
            Period = asked.Period.Label,
            On = on,
            AsAt = arguments.AsAt,
            DataAsAt = scorecard.DataAsAt,
            Sources = scorecard.Sources,
            Provisional = scorecard.Provisional,
            Objectives = work.Objectives(),
            Initiatives = work.Initiatives(),
            Outcomes = Nodes(outcomes, scorecard.Outcomes),
            Measures = scorecard.Rows,
            Links = selected.Has("links") ? await StrategyLinks.ReadAsync(context, [.. initiatives.All.Select(initiative => initiative.Id)], cancellation) : [],
        };
    }

    // What a scorecard calls its rows are the measures of the map.
    private static string OnTheMap(string path) => path.StartsWith("rows.", StringComparison.Ordinal) ? $"measures.{path["rows.".Length..]}" : path;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static async Task<(AskedInitiatives Initiatives, DeliveryRows Work)> WorkAsync(StrategyContext context, DeliveryArguments arguments, SelectedMembers selected, CancellationToken cancellation)
    {
        var initiatives = await AskedInitiatives.ReadAsync(context, arguments, cancellation);
        var reading = new DeliveryReading(context, initiatives, new DeliveryWindow(arguments.On!.Value, null)) { Demonstration = null };
        return (initiatives, new DeliveryRows(initiatives, await reading.WorkAsync(new DeliveryNeeds(selected), cancellation), null));
    }

    private static IReadOnlyList<OutcomeNode> Nodes(OutcomeTree outcomes, IReadOnlyList<OutcomeState> states)
    {
        var byOutcome = states.ToDictionary(state => (int)state.Outcome.Value);
        return [.. outcomes.Ids.Select(id => new OutcomeNode(new EntityKey<Outcome>(id), byOutcome.GetValueOrDefault(id)))];
    }
}
