using ControlStrategy.Api.Composition;
using ControlStrategy.Data;
using ControlStrategy.Data.Figures;
using ControlStrategy.GraphQL;
using ControlStrategy.GraphQL.Records;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Analytics.Scorecards;

/// <summary>Answers <c>scorecard</c> by at most eleven statements, however many measures and areas: what was not selected is not read.</summary>
internal static class ScorecardField
{
    private const string Description =
        "Figures of measures in areas for one period: against the same months of the year before, with the test of the change (Poisson E-test of Krishnamoorthy and Thomson 2004; two proportions), "
        + "against the mean of the five years before, over twelve months, per 10,000 people, against target (red, amber, green as words), and how they run (control chart, XmR).";

    public static RecordFieldDefinition Definition { get; } = RecordFieldDefinition.Create<ScorecardArguments, Scorecard>("scorecard", Description, ResolveAsync);

    private static async Task<Scorecard?> ResolveAsync(ScorecardArguments arguments, SelectedMembers selected, IServiceProvider services, CancellationToken cancellation)
    {
        var asked = AskedPeriod.Read(arguments);
        var needs = new ScorecardNeeds(selected.Has, asked.Period, asked.ComparedYearsBack);
        await using var context = await services.GetRequiredService<IDbContextFactory<StrategyContext>>().CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        var outcomes = needs.Outcomes || arguments.Outcome is not null ? await OutcomeTree.ReadAsync(context, cancellation) : null;
        return await ReadAsync(context, arguments, (asked, needs, outcomes, services.GetRequiredService<StrategySettings>().MaximumScorecardRows), cancellation);
    }

    /// <summary>Reads a scorecard in an open snapshot.</summary>
    /// <param name="context">The database.</param>
    /// <param name="arguments">What is asked.</param>
    /// <param name="with">The period, what must be read, all outcomes where they are needed, and most rows.</param>
    /// <param name="cancellation">Stops reading.</param>
    internal static async Task<Scorecard> ReadAsync(
        StrategyContext context, ScorecardArguments arguments, (AskedPeriod Period, ScorecardNeeds Needs, OutcomeTree? Outcomes, int MaximumRows) with, CancellationToken cancellation)
    {
        var measures = await AskedMeasures.ReadAsync(context, arguments.NamedMeasures, with.Outcomes, cancellation);
        var areas = await AskedAreas.ReadAsync(context, arguments.NamedAreas, arguments.Level, cancellation);
        RefuseTooMany((long)measures.All.Count * areas.Ids.Count, with.MaximumRows);
        var reading = new ScorecardReading(context, with.Period.Period, with.Needs)
        {
            Scope = new FigureScope([.. measures.All.Select(measure => measure.MeasureId)], areas.WithParts, arguments.AsAt),
        };
        return await new ScorecardAnswer(arguments, with.Period, measures, areas).ReadAsync(reading, with.Outcomes, cancellation);
    }

    private static void RefuseTooMany(long rows, int maximum)
    {
        if (rows > maximum)
            throw new RequestException("TOO_MANY_ROWS", $"The scorecard would have {rows} rows, more than {maximum} (setting Scorecard:MaximumRows); ask in parts.");
    }
}
