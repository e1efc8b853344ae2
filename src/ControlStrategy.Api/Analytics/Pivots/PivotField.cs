using ControlStrategy.Api.Analytics.Scorecards;
using ControlStrategy.Api.Composition;
using ControlStrategy.Data;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Pivots;
using ControlStrategy.GraphQL.Records;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Analytics.Pivots;

/// <summary>
/// Answers <c>pivot</c> by at most thirteen statements, however many measures, areas and periods: measures, breaks, outcomes, areas and their
/// former codes, sums, months of control charts, populations, targets, sources, and names of outcomes, measures and areas. What no value,
/// dimension or selected member needs is not read.
/// </summary>
internal static class PivotField
{
    private const string Description =
        "Figures of the scorecard as one rectangle for a matrix or a sheet: rows and columns by outcome, measure, area, period and state. "
        + "Totals are computed from the same parts as the figures, never from rounded ones. A total over areas is the scorecard's figure of the areas as one; "
        + "it is not made where one area is part of another. A total over periods needs periods of one length that do not overlap; of several financial years it has no comparison. "
        + "Over several measures, and in totals of what is in one state, there is only MEASURE_COUNT.";

    public static RecordFieldDefinition Definition { get; } = RecordFieldDefinition.Create<PivotArguments, Pivot>("pivot", Description, ResolveAsync);

    private static async Task<Pivot?> ResolveAsync(PivotArguments arguments, SelectedMembers selected, IServiceProvider services, CancellationToken cancellation)
    {
        AskedPivot.RefuseAxes(arguments.Layout);
        var periods = AskedPeriods.Read(arguments);
        await using var context = await services.GetRequiredService<IDbContextFactory<StrategyContext>>().CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        var asked = await AskAsync(context, arguments, periods, cancellation);
        asked.RefuseMixedOrTooMany(services.GetRequiredService<StrategySettings>().Limits.MaximumCells);

        var labels = HasLabels(selected) ? await PivotLabels.ReadAsync(context, asked, cancellation) : null;
        var reading = new PivotReading(context, asked, arguments.AsAt) { WithSources = selected.Has("sources") };
        return await new PivotAnswer(asked, arguments.AsAt, labels).ReadAsync(reading, cancellation);
    }

    private static async Task<AskedPivot> AskAsync(
        StrategyContext context, PivotArguments arguments, IReadOnlyList<ReportingPeriod> periods, CancellationToken cancellation)
    {
        var layout = arguments.Layout;
        var isByOutcome = layout.Rows.Dimensions.Concat(layout.Columns.Dimensions).Contains(PivotDimension.Outcome);
        var outcomes = isByOutcome || arguments.Outcome is not null ? await OutcomeTree.ReadAsync(context, cancellation) : null;
        var measures = await AskedMeasures.ReadAsync(context, arguments.NamedMeasures, outcomes, cancellation);
        var areas = await AskedAreas.ReadAsync(context, arguments.NamedAreas, arguments.Level, cancellation);
        return new AskedPivot(layout, periods, measures, areas, outcomes);
    }

    private static bool HasLabels(SelectedMembers selected) =>
        selected.Has("columns.label")
        || ((string[])["rows", "columns"]).Any(axis => selected.Has($"{axis}.header.label") || selected.Has($"{axis}.header.labels"));
}
