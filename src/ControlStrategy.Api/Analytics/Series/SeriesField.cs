using ControlStrategy.Api.Analytics.Scorecards;
using ControlStrategy.Data;
using ControlStrategy.GraphQL;
using ControlStrategy.GraphQL.Records;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Analytics.Series;

/// <summary>Answers <c>series</c> of all measures of an answer by six statements for each grain among them.</summary>
internal static class SeriesField
{
    private const int MostPoints = 600;
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    public static ComputedFieldDefinition Definition { get; } = ComputedFieldDefinition.Create<int, SeriesArguments, Series>(
        "series", "The measure in one area over time, with intervals and control chart.", ResolveAsync);

    private static async Task<IReadOnlyDictionary<int, Series>> ResolveAsync(
        IReadOnlyCollection<int> measureIds, SeriesArguments arguments, IServiceProvider services, CancellationToken cancellation)
    {
        Check(arguments);
        await using var context = await services.GetRequiredService<IDbContextFactory<StrategyContext>>().CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        var measures = await AskedSeries.ReadAsync(context, measureIds, arguments, cancellation);
        RefuseTooMany(measures, services.GetRequiredService<Composition.StrategySettings>().MaximumScorecardRows);
        var areas = await AskedAreas.ReadAsync(context, [arguments.Area], null, cancellation);
        var answers = new Dictionary<int, Series>();
        foreach (var alike in measures.GroupBy(measure => measure.Grid))
        {
            foreach (var (id, series) in await new SeriesReading(context, arguments, areas).ReadAsync(alike.Key, [.. alike], cancellation))
                answers.Add(id, series);
        }
        return answers;
    }

    private static void Check(SeriesArguments arguments)
    {
        if (arguments.To < arguments.From)
            throw new RequestException("INVALID_RANGE", $"The series ends on {arguments.To:O}, before it begins on {arguments.From:O}.");
        if (arguments.From.Year < FirstYear || arguments.To.Year > LastYear)
            throw new RequestException("INVALID_RANGE", $"A series lies in the years {FirstYear} to {LastYear}, not from {arguments.From:O} to {arguments.To:O}.");
        if (arguments.BaselinePoints < Domain.ControlCharts.ControlPhase.FewestPoints)
            throw new RequestException("INVALID_BASELINE", $"Limits need {Domain.ControlCharts.ControlPhase.FewestPoints} points or more; baselinePoints is {arguments.BaselinePoints}.");
        if (arguments.Recalculations is { } given && given.Any(at => string.IsNullOrWhiteSpace(at.Reason)))
            throw new RequestException("INVALID_BASELINE", "A recalculation says why: give its reason.");
    }

    private static void RefuseTooMany(IReadOnlyList<AskedSeries> measures, int maximum)
    {
        if (measures.FirstOrDefault(measure => measure.Grid.Count > MostPoints) is { } longest)
            throw new RequestException("INVALID_RANGE", $"The series would have {longest.Grid.Count} points, more than {MostPoints}; ask in parts.");
        var points = measures.Sum(measure => (long)measure.Grid.Count);
        if (points > maximum)
            throw new RequestException("TOO_MANY_ROWS", $"The series of all measures would have {points} points, more than {maximum} (setting Scorecard:MaximumRows); ask in parts.");
    }
}
