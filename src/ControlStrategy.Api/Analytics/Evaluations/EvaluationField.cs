using ControlStrategy.Api.Analytics.Scorecards;
using ControlStrategy.Data;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Evaluations;
using ControlStrategy.Domain.Initiatives;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Scorecards;
using ControlStrategy.GraphQL;
using ControlStrategy.GraphQL.Records;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Analytics.Evaluations;

/// <summary>Answers <c>evaluation</c> by at most seven statements, however many areas.</summary>
internal static class EvaluationField
{
    private const int MostSuggested = 50;

    private const string NothingToCompareWith =
        "No comparison areas were given, so nothing can be concluded: what changed in the treated areas may have changed everywhere. similarAreas suggests some.";

    private const string Description =
        "Whether an initiative worked, as far as counts can say: treated areas before and after, against comparison areas, and what happened around them. "
        + "Relative effect size, weighted displacement difference and quotient, total net effect, with intervals and what may be concluded; always indicative.";

    public static RecordFieldDefinition Definition { get; } =
        RecordFieldDefinition.Create<EvaluationArguments, InitiativeEvaluation>("evaluation", Description, ResolveAsync);

    private static async Task<InitiativeEvaluation?> ResolveAsync(
        EvaluationArguments arguments, SelectedMembers selected, IServiceProvider services, CancellationToken cancellation)
    {
        if (arguments.Suggest is < 1 or > MostSuggested)
            throw new RequestException("INVALID_RANGE", $"suggest is 1 to {MostSuggested}, not {arguments.Suggest}.");
        var asked = AskedPeriod.Between(arguments.Before, arguments.After);
        await using var context = await services.GetRequiredService<IDbContextFactory<StrategyContext>>().CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        var measure = await AskedMeasures.FindAsync(context, arguments.Measure, arguments.AsAt, cancellation);
        RefuseOtherThanCounts(measure, arguments.Measure);
        var initiative = arguments.Initiative is { } code ? await EvaluatedInitiative.ReadAsync(context, code, cancellation) : null;
        var known = await KnownAreas.ReadAsync(context, cancellation);
        var areas = await EvaluatedAreas.ReadAsync(context, known, (arguments, initiative), cancellation);
        var reading = new EvaluationReading(context, asked, areas) { Candidates = selected.Has("similarAreas") ? areas.Candidates(known, initiative) : [] };
        var figures = await reading.ReadAsync(known, (measure, arguments.AsAt), selected, cancellation);
        return Answer(arguments, measure, initiative, (areas, Evaluation.Of(reading.Counts(figures.Years), measure.Polarity))) with
        {
            Notes = [.. await DemonstrationAsync(context, measure, cancellation), .. Notes(asked, measure, initiative), .. initiative?.Notes(known, areas) ?? []],
            SimilarAreas = reading.Similar(figures.Years, arguments.Suggest),
            DataAsAt = figures.Sums.NewestRecordedAt,
            Sources = figures.Sources,
            Provisional = figures.Sums.AnyProvisional,
        };
    }

    private static void RefuseOtherThanCounts(ScorecardMeasure measure, string code)
    {
        if (measure.Kind is not MeasureKind.Count)
            throw new RequestException("MEASURE_KIND", $"Measure '{code}' is no count, and an evaluation compares counts.");
    }

    private static async Task<IReadOnlyList<string>> DemonstrationAsync(StrategyContext context, ScorecardMeasure measure, CancellationToken cancellation) =>
        await context.Measures.AnyAsync(asked => asked.Id == measure.MeasureId && asked.Demonstration, cancellation) ? ["The figures are demonstration data, not statistics."] : [];

    private static IEnumerable<string> Notes(AskedPeriod asked, ScorecardMeasure measure, EvaluatedInitiative? initiative)
    {
        var before = asked.Period.YearsBack(asked.ComparedYearsBack);
        foreach (var note in initiative?.Notes(before, asked.Period) ?? [])
            yield return note;
        if (measure.IsBroken(before, asked.Period))
            yield return "The measure is counted differently in the period after than in the one before, which alone may make the difference.";
    }

    private static InitiativeEvaluation Answer(
        EvaluationArguments arguments, ScorecardMeasure measure, EvaluatedInitiative? initiative, (EvaluatedAreas Areas, Evaluation Made) evaluation)
    {
        var (areas, made) = evaluation;
        return new InitiativeEvaluation
        {
            Initiative = initiative is { Id: var id } ? new EntityKey<Initiative>(id) : null,
            Measure = new EntityKey<Measure>(measure.MeasureId),
            Before = arguments.Before,
            After = arguments.After,
            Treated = Keys(areas.Treated),
            Comparison = Keys(areas.Comparison),
            Displacement = Keys(areas.Displacement),
            DisplacementComparison = Keys(areas.DisplacementComparison),
            Counts = made.Counts,
            RelativeEffect = made.RelativeEffect,
            Verdict = made.Verdict,
            Difference = made.Difference,
            DifferenceWithDisplacement = made.DifferenceWithDisplacement,
            Quotient = made.Quotient,
            NetEffect = made.NetEffect,
            TotalNetEffect = made.TotalNetEffect,
            Conclusions = areas.Comparison.Count > 0 ? made.Conclusions : [NothingToCompareWith],
            Notes = [],
            Indicative = made.Indicative,
            Method = Evaluation.Method,
            SimilarAreas = [],
            AsAt = arguments.AsAt,
            DataAsAt = null,
            Sources = [],
            Provisional = false,
        };
    }

    private static IReadOnlyList<EntityKey<Area>> Keys(IReadOnlyList<int> areas) => [.. areas.Select(area => new EntityKey<Area>(area))];
}
