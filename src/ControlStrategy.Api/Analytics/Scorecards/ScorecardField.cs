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
        var needs = new ScorecardNeeds(selected, asked.Period, asked.ComparedYearsBack);
        await using var context = await services.GetRequiredService<IDbContextFactory<StrategyContext>>().CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        var outcomes = needs.Outcomes || arguments.Outcome is not null ? await OutcomeTree.ReadAsync(context, cancellation) : null;
        var measures = await AskedMeasures.ReadAsync(context, arguments.NamedMeasures, outcomes, cancellation);
        var areas = await AskedAreas.ReadAsync(context, arguments.NamedAreas, arguments.Level, cancellation);
        RefuseTooMany((long)measures.All.Count * areas.Ids.Count, services.GetRequiredService<StrategySettings>().MaximumScorecardRows);

        var reading = new ScorecardReading(context, asked.Period, needs)
        {
            Scope = new FigureScope([.. measures.All.Select(measure => measure.MeasureId)], areas.WithParts, arguments.AsAt),
        };
        return await new ScorecardAnswer(arguments, asked, measures, areas).ReadAsync(reading, outcomes, cancellation);
    }

    private static void RefuseTooMany(long rows, int maximum)
    {
        if (rows > maximum)
            throw new RequestException("TOO_MANY_ROWS", $"The scorecard would have {rows} rows, more than {maximum} (setting Scorecard:MaximumRows); ask in parts.");
    }
}
