using ControlStrategy.Api.Composition;
using ControlStrategy.Data;
using ControlStrategy.Domain.Surveys;
using ControlStrategy.GraphQL;
using ControlStrategy.GraphQL.Records;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Surveys;

/// <summary>Answers <c>surveyTrend</c> by four statements, however many areas and waves.</summary>
internal static class SurveyTrendField
{
    public static RecordFieldDefinition Definition { get; } = RecordFieldDefinition.Create<SurveyTrendArguments, SurveyTrend>(
        "surveyTrend",
        "Estimates of a survey question by area and wave with their margins of error, each against the wave before, the first, every earlier one, and the nation. "
        + "The test is the Scottish Government's for the Scottish Crime and Justice Survey: further apart than √(half-width² + half-width²), on unrounded numbers. "
        + "Of many comparisons one in twenty is significant by chance.",
        ResolveAsync);

    private static async Task<SurveyTrend?> ResolveAsync(SurveyTrendArguments arguments, SelectedMembers selected, IServiceProvider services, CancellationToken cancellation)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<StrategyContext>>().CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        var question = await HeldQuestion.ReadAsync(context, (arguments.Survey, arguments.Question), arguments.AsAt, cancellation);
        var waves = Waves(question, arguments);
        var areas = await SurveyAreas.ReadAsync(context, arguments.Areas, arguments.Level, cancellation);
        var withPairs = selected.Has("series.pairs");
        RefuseTooMany(RowCount(waves.Count, areas.Ids.Count, withPairs), services.GetRequiredService<StrategySettings>().MaximumScorecardRows);

        var estimates = await HeldEstimates.ReadAsync(context, question, (areas.WithNation, [.. waves.Select(wave => wave.Id)]), arguments.AsAt, cancellation);
        var lines = new TrendLines(question.Question, estimates, areas, withPairs);
        return new SurveyTrend(
            new EntityKey<SurveyQuestion>(question.Id), question.Breaks(), MarginOfError.Method, estimates.NewestRecordedAt, estimates.Sources, lines.Draw(waves));
    }

    private static List<SurveyWave> Waves(HeldQuestion question, SurveyTrendArguments arguments)
    {
        var first = arguments.From is { } from ? question.Wave(from) : null;
        var last = arguments.To is { } to ? question.Wave(to) : null;
        if (first?.FieldworkFirstDay > last?.FieldworkLastDay)
            throw new RequestException("WAVE_ORDER", $"The wave '{arguments.From}' is later than '{arguments.To}'. Write the earlier one as from.");
        return [.. question.Question.Waves.Where(wave => (arguments.Pooled ?? wave.Pooled) == wave.Pooled
            && (first is null || wave.FieldworkFirstDay >= first.FieldworkFirstDay)
            && (last is null || wave.FieldworkLastDay <= last.FieldworkLastDay))];
    }

    private static long RowCount(long waves, long areas, bool withPairs) => areas * (waves + (withPairs ? waves * (waves - 1) / 2 : 0));

    private static void RefuseTooMany(long rows, int maximum)
    {
        if (rows > maximum)
            throw new RequestException("TOO_MANY_ROWS", $"The trend would have {rows} points and pairs, more than {maximum} (setting Scorecard:MaximumRows); ask in parts.");
    }
}
