using ControlStrategy.Api.Analytics.Scorecards;
using ControlStrategy.Data;
using ControlStrategy.Data.Figures;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Scorecards;
using ControlStrategy.Domain.Statistics;
using ControlStrategy.GraphQL.Records;
using Microsoft.EntityFrameworkCore;
using Comparison = ControlStrategy.Domain.Funnels.Funnel;

namespace ControlStrategy.Api.Analytics.Funnels;

/// <summary>Answers <c>funnel</c> by at most eight statements, however many areas.</summary>
internal static class FunnelField
{
    private const string Description =
        "Whether areas are higher or lower than is to be expected of areas of their size: each area's value with 95% and 99.8% limits around the overall rate "
        + "(funnel plot, Spiegelhalter 2005), widened where areas differ by more than chance. No ranks.";

    public static RecordFieldDefinition Definition { get; } = RecordFieldDefinition.Create<FunnelArguments, Funnel>("funnel", Description, ResolveAsync);

    private static async Task<Funnel?> ResolveAsync(FunnelArguments arguments, SelectedMembers selected, IServiceProvider services, CancellationToken cancellation)
    {
        var period = AskedPeriod.Parse(arguments.Period);
        await using var context = await services.GetRequiredService<IDbContextFactory<StrategyContext>>().CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        var measure = await AskedMeasures.FindAsync(context, arguments.Measure, arguments.AsAt, cancellation);
        var areas = await AskedAreas.ReadAsync(context, arguments.Within is { } within ? [within] : null, arguments.Level, cancellation);
        var scope = new FigureScope([measure.MeasureId], areas.WithParts, arguments.AsAt);
        var sums = await PeriodSums.ReadAsync(context, scope, period, yearsBack: 0, cancellation);
        var populations = measure.Kind is MeasureKind.Count
            ? await PopulationCounts.ReadAsync(context, areas.WithParts, period.FinancialYear.MidYear, arguments.AsAt, cancellation)
            : RecordedRows.None<PopulationCount>();
        var lines = Domain.Scorecards.Scorecard.Compute(new ScorecardRequest
        {
            Period = period,
            YearsBack = 0,
            WithTests = false,
            Measures = [measure],
            AreaIds = areas.Ids,
            Areas = areas.Tree,
            Sums = sums.Sums,
            Populations = populations.Rows,
        });
        var sources = selected.Has("sources") ? await FigureSources.ReadAsync(context, scope, period, yearsBack: 0, cancellation) : [];
        return Answer(arguments, period, measure, lines) with { DataAsAt = ((DateTimeOffset?[])[sums.NewestRecordedAt, populations.NewestRecordedAt]).Max(), Provisional = sums.AnyProvisional, Sources = sources };
    }

    private static Funnel Answer(FunnelArguments arguments, ReportingPeriod period, ScorecardMeasure measure, IReadOnlyList<ScorecardLine> lines)
    {
        var compared = FunnelRows.Compare(measure.Kind, lines);
        return new Funnel
        {
            Measure = new EntityKey<Measure>(measure.MeasureId),
            Period = period.ToString(),
            PeriodStart = period.FirstDay,
            PeriodEnd = period.LastDay,
            AsAt = arguments.AsAt,
            DataAsAt = null,
            Sources = [],
            Provisional = false,
            Method = Comparison.Method,
            Overall = FunnelRows.Summary(compared),
            Rows = FunnelRows.Of(compared, lines),
        };
    }
}
