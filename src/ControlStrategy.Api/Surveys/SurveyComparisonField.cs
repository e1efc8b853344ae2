using ControlStrategy.Data;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Surveys;
using ControlStrategy.GraphQL.Records;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Surveys;

/// <summary>Answers <c>surveyComparison</c> by four statements.</summary>
internal static class SurveyComparisonField
{
    public static RecordFieldDefinition Definition { get; } = RecordFieldDefinition.Create<SurveyComparisonArguments, SurveyComparison>(
        "surveyComparison",
        "Two estimates of a survey question, of two waves or of two areas: the difference in percentage points, and whether it is significant at 5%. "
        + "The test is the Scottish Government's for the Scottish Crime and Justice Survey: further apart than √(half-width² + half-width²), on unrounded numbers.",
        ResolveAsync);

    private static async Task<SurveyComparison?> ResolveAsync(SurveyComparisonArguments arguments, IServiceProvider services, CancellationToken cancellation)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<StrategyContext>>().CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        var question = await HeldQuestion.ReadAsync(context, (arguments.Survey, arguments.Question), arguments.AsAt, cancellation);
        var (fromWave, toWave) = (question.Wave(arguments.From), question.Wave(arguments.To));
        var areas = await SurveyAreas.ReadAsync(context, [arguments.Area, arguments.ToArea ?? arguments.Area], null, cancellation);
        var estimates = await HeldEstimates.ReadAsync(context, question, (areas.Ids, [fromWave.Id, toWave.Id]), arguments.AsAt, cancellation);
        return Answer(question, estimates, estimates.Point(areas.Ids[0], fromWave), estimates.Point(areas.Ids[^1], toWave));
    }

    private static SurveyComparison Answer(HeldQuestion question, HeldEstimates estimates, EstimatePoint from, EstimatePoint to)
    {
        var compared = question.Question.Compare(from, to);
        var used = estimates.Of([from, to]);
        return new SurveyComparison(
            new EntityKey<SurveyQuestion>(question.Id),
            new EntityKey<SurveyWave>(from.Wave.Id),
            new EntityKey<Area>(from.AreaId),
            from.Estimate,
            new EntityKey<SurveyWave>(to.Wave.Id),
            new EntityKey<Area>(to.AreaId),
            to.Estimate,
            compared.Difference,
            compared.Threshold,
            compared.Significant,
            compared.Verdict,
            compared.Reason,
            question.Breaks(broken => broken.Divides(from.Wave, to.Wave)),
            MarginOfError.Method,
            used.NewestRecordedAt,
            used.Sources);
    }
}
