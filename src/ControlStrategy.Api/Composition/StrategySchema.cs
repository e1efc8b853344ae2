using ControlStrategy.Api.Analytics;
using ControlStrategy.Api.Analytics.Changes;
using ControlStrategy.Api.Analytics.Delivery;
using ControlStrategy.Api.Analytics.Evaluations;
using ControlStrategy.Api.Analytics.Funnels;
using ControlStrategy.Api.Analytics.Pivots;
using ControlStrategy.Api.Analytics.Scorecards;
using ControlStrategy.Api.Analytics.Series;
using ControlStrategy.Api.Analytics.StrategyMaps;
using ControlStrategy.Api.Imports;
using ControlStrategy.Api.Surveys;
using ControlStrategy.Data;
using ControlStrategy.Domain;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Initiatives;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Strategies;
using ControlStrategy.Domain.Surveys;
using ControlStrategy.GraphQL;

namespace ControlStrategy.Api.Composition;

/// <summary>What the schema needs to know besides the EF model.</summary>
internal static class StrategySchema
{
    private const int MostFiguresOfAMeasure = 400;

    public static void Configure(IServiceProvider services, EngineOptions options)
    {
        var settings = services.GetRequiredService<StrategySettings>();
        options.Limits = settings.Limits;
        options.Streams = settings.Streams;
        options.Documents = settings.Documents.ToPolicy();
        options.Clock = services.GetRequiredService<TimeProvider>();
        options.KeptDecimals = Amount.Decimals;
        options.CursorKey = services.GetRequiredService<CursorKeyFile>().Read;
        options
            .Paged<Initiative>(initiative => initiative.Milestones)
            .Paged<Initiative>(initiative => initiative.Activities)
            .Paged<Initiative>(initiative => initiative.Children)
            .Paged<Measure>(measure => measure.Observations)
            .Paged<Area>(area => area.Observations)
            .Paged<Area>(area => area.Children)
            .Paged<Outcome>(outcome => outcome.Children)
            .Paged<SurveyWave>(wave => wave.Estimates)
            .Paged<SurveyQuestion>(question => question.Estimates)
            // One for each area and year.
            .Plain<Measure>(measure => measure.Targets, MostFiguresOfAMeasure)
            .Plain<Measure>(measure => measure.Commentaries, MostFiguresOfAMeasure);
        options
            .Unique<Area>(area => area.Code)
            .Unique<Initiative>(initiative => initiative.Code)
            .Unique<Measure>(measure => measure.Code)
            .Unique<Outcome>(outcome => outcome.Code)
            .Unique<PerceptionSurvey>(survey => survey.Code)
            .Unique<Partner>(partner => partner.Name)
            .Unique<Strategy>(strategy => strategy.Code);
        KeepsHistory<Observation>(options);
        KeepsHistory<Target>(options);
        KeepsHistory<AreaPopulation>(options);
        KeepsHistory<SurveyEstimate>(options);
        KeepsHistory<MeasureBreak>(options);
        KeepsHistory<QuestionBreak>(options);
        options.Computed<Measure>(FreshnessField.Definition);
        options.Computed<Measure>(SeriesField.Definition);
        options.Record(ScorecardField.Definition);
        options.Record(FunnelField.Definition);
        options.Record(EvaluationField.Definition);
        options.Record(PivotField.Definition);
        options.Record(ChangesSinceField.Definition);
        options.Record(DeliveryField.Definition);
        options.Record(StrategyMapField.Definition);
        options.Record(SurveyComparisonField.Definition);
        options.Record(SurveyTrendField.Definition);
        StrategyGroups.Configure(options);
        options.Subscription(ObservationsImportedField.Definition);
    }

    private static void KeepsHistory<TFigure>(EngineOptions options) where TFigure : class, IFigure =>
        options.History<TFigure>(figure => figure.RecordedAt, figure => figure.SupersededAt, StrategyContext.CurrentOnly);
}
