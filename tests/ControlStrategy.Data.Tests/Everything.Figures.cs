using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Releases;
using ControlStrategy.Domain.Strategies;
using ControlStrategy.Domain.Surveys;

namespace ControlStrategy.Data.Tests;

// Measured and estimated figures, and what is said about them.
internal sealed partial class Everything
{
    private List<object> Figures(Area area, Outcome outcome)
    {
        var measure = new Measure
        {
            Code = "detected",
            Name = "Detected",
            Definition = "Share of crimes cleared up.",
            Outcome = outcome,
            Group = MeasureGroup.Confidence,
            Kind = MeasureKind.Percentage,
            Unit = "per cent",
            Decimals = 1,
            Polarity = Polarity.HigherIsBetter,
            Grain = Grain.Quarter,
            NumeratorLabel = "crimes cleared up",
            DenominatorLabel = "crimes recorded",
            Source = "Police Scotland",
            ClassificationVersion = "2021",
            DisclosureThreshold = 5,
            Demonstration = true,
        };
        var old = Observation(measure, area, 33.3333m, Sample.Noon);
        old.Supersede(Sample.Noon.AddHours(1));
        return [old, Observation(measure, area, 66.6667m, Sample.Noon.AddHours(1)), Aim(measure, area), Broken(measure), Remark(measure, area)];
    }

    private Observation Observation(Measure measure, Area area, decimal value, DateTimeOffset recordedAt) => new()
    {
        Measure = measure,
        Area = area,
        PeriodStart = First,
        PeriodEnd = Last,
        Grain = Grain.Quarter,
        Value = value,
        Numerator = 2,
        Denominator = 3,
        Status = ObservationStatus.Final,
        RecordedAt = recordedAt,
        Source = "Police Scotland",
        Import = _import,
        Release = new Release
        {
            Code = $"release-{value}",
            Title = "Quarter 1",
            PeriodStart = First,
            PeriodEnd = Last,
            DataAsAt = recordedAt,
            EmbargoedUntil = recordedAt,
        },
    };

    private Target Aim(Measure measure, Area area) => Ended(new Target
    {
        Measure = measure,
        Area = area,
        FinancialYearStart = 2023,
        Value = 70.5m,
        Tolerance = 2.25m,
        Demonstration = true,
        RecordedAt = Sample.Noon,
        Import = _import,
    });

    private MeasureBreak Broken(Measure measure) => Ended(new MeasureBreak
    {
        Measure = measure,
        StartsOn = First,
        Reason = "A new counting rule.",
        RecordedAt = Sample.Noon,
        Import = _import,
    });

    private static Commentary Remark(Measure measure, Area area)
    {
        var commentary = new Commentary
        {
            Measure = measure,
            Area = area,
            PeriodStart = First,
            PeriodEnd = Last,
            Text = "Two large cases.",
            Author = "An analyst",
            WrittenAt = Sample.Noon,
            Demonstration = true,
        };
        commentary.Approve();
        return commentary;
    }

    private List<object> Survey(Area area)
    {
        var panel = new PerceptionSurvey { Code = "panel", Name = "Panel", Provider = "A council", Design = SurveyDesign.SelfSelecting };
        var national = new PerceptionSurvey { Code = "scjs", Name = "Survey", Provider = "A provider", Design = SurveyDesign.Probability };
        var question = new SurveyQuestion
        {
            Survey = national,
            Code = "QRATPOL",
            Wording = "How good a job do the local police do?",
            FavourableResponses = "Excellent or good",
            Polarity = Polarity.HigherIsBetter,
            Summary = "The local police do a good job.",
        };
        var wave = new SurveyWave
        {
            Survey = national,
            Label = "2012/13",
            FieldworkFirstDay = First,
            FieldworkLastDay = Last,
            DesignFactor = 1.3m,
            Interviews = 12_045,
        };
        var other = new SurveyWave { Survey = national, Label = "2016-18", FieldworkFirstDay = First, FieldworkLastDay = Last, Pooled = true };
        return
        [
            panel,
            Ended(Estimate(wave, question, area, 67.1412m)),
            Estimate(other, question, area, percentage: null),
            Ended(new QuestionBreak { Question = question, StartsOn = First, Reason = "New wording.", RecordedAt = Sample.Noon, Import = _import }),
        ];
    }

    private SurveyEstimate Estimate(SurveyWave wave, SurveyQuestion question, Area area, decimal? percentage) => new()
    {
        Wave = wave,
        Question = question,
        Area = area,
        Source = "File",
        Percentage = percentage,
        UnweightedBase = percentage is null ? 50 : 94,
        Shorthand = percentage is null ? "[u]" : null,
        RecordedAt = Sample.Noon,
        Import = _import,
    };
}
