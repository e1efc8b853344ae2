using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Imports;
using ControlStrategy.Domain.Initiatives;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Releases;
using ControlStrategy.Domain.Strategies;
using ControlStrategy.Domain.Surveys;

namespace ControlStrategy.Data.Tests;

/// <summary>At least one of every noun, together with no member left at its default.</summary>
internal sealed class Everything
{
    private static readonly DateOnly First = new(2023, 4, 1);
    private static readonly DateOnly Last = new(2023, 6, 30);

    private readonly Strategy _strategy = Sample.Strategy("2015");
    private readonly Area _nation = new() { Code = "S92000003", Name = "Scotland", Level = AreaLevel.Nation };
    private readonly Import _import = Sample.Import();

    /// <summary>Nouns from which all others can be reached.</summary>
    public List<object> Roots()
    {
        var division = new Area { Code = "S32000003", Name = "North East", Level = AreaLevel.PoliceDivision, Letter = "A", Parent = _nation };
        division.Populations.Add(new() { Area = division, MidYear = 2018, AllAges = 586_380, Aged16AndOver = 486_000, Import = _import });
        division.SupersededCodes.Add(new() { Area = division, Code = "S32000001" });
        var outcome = Strategy();
        var initiative = Initiatives(division, outcome);
        return [_strategy, division, initiative, Plan(division, initiative), .. Figures(division, outcome), .. Survey(division)];
    }

    private Outcome Strategy()
    {
        _strategy.MakeCurrent();
        _strategy.Intents.Add(new() { Strategy = _strategy, Position = 1, Text = "Safe people" });
        _strategy.Purposes.Add(new() { Strategy = _strategy, Position = 1, Text = "Share what works" });
        var outcome = new Outcome { Strategy = _strategy, Code = "1", Title = "Less crime" };
        return new Outcome { Strategy = _strategy, Code = "1a", Title = "Less violence", Parent = outcome };
    }

    private Initiative Initiatives(Area area, Outcome outcome)
    {
        var objective = new Objective { Strategy = _strategy, Number = 5, Title = "Communicate", Summary = "Messages in and out." };
        var campaigns = Named("campaigns", objective, null);
        var campaign = Named("festive", objective, campaigns);
        campaign.Outcomes.Add(outcome);
        campaign.Priorities.Add(new() { Strategy = _strategy, Code = "road", Title = "Road safety", Rank = PriorityRank.High, Outcome = outcome });
        campaign.Partners.Add(new() { Name = "Neighbourhood Watch Scotland", Sector = PartnerSector.Third });
        campaign.Areas.Add(area);
        campaign.Schedule(First, Last);
        campaign.Start(First);
        var milestone = new Milestone { Initiative = campaign, Title = "Posters printed", DueOn = Last, Demonstration = true };
        campaign.Milestones.Add(milestone);
        milestone.Complete(Last);
        campaign.Activities.Add(new()
        {
            Initiative = campaign,
            Area = area,
            HeldOn = First,
            Kind = ActivityKind.Communication,
            Title = "Stall",
            Reach = 40,
            Demonstration = true,
        });
        return campaign;
    }

    private static Initiative Named(string code, Objective objective, Initiative? parent) => new()
    {
        Code = code,
        Name = "Festive campaign",
        Summary = "Keeps people safe in December.",
        Kind = InitiativeKind.Campaign,
        LeadUnit = "Safer Communities",
        Demonstration = true,
        Objective = objective,
        Parent = parent,
    };

    private static ProblemSolvingPlan Plan(Area area, Initiative initiative)
    {
        var plan = new ProblemSolvingPlan { Code = "park", Title = "Park", Area = area, Initiative = initiative, Demonstration = true };
        plan.Enter(SaraStage.Scanning, First, "Noise at night");
        plan.Enter(SaraStage.Analysis, Last, "Lights are out");
        return plan;
    }

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
        return [old, Observation(measure, area, 66.6667m, Sample.Noon.AddHours(1)), Aim(measure, area), Remark(measure, area)];
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

    private static Target Aim(Measure measure, Area area) => new()
    {
        Measure = measure,
        Area = area,
        FinancialYearStart = 2023,
        Value = 70.5m,
        Tolerance = 2.25m,
        Demonstration = true,
    };

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

    private static List<object> Survey(Area area)
    {
        var survey = new PerceptionSurvey { Code = "panel", Name = "Panel", Provider = "A council", Design = SurveyDesign.SelfSelecting };
        var national = new PerceptionSurvey { Code = "scjs", Name = "Crime survey", Provider = "A provider", Design = SurveyDesign.Probability };
        var question = new SurveyQuestion
        {
            Survey = national,
            Code = "QRATPOL",
            Wording = "How good a job do the local police do?",
            FavourableResponses = "Excellent or good",
            Polarity = Polarity.HigherIsBetter,
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
        var other = new SurveyWave { Survey = national, Label = "2014/15", FieldworkFirstDay = First, FieldworkLastDay = Last };
        return
        [
            survey,
            new SurveyEstimate { Wave = wave, Question = question, Area = area, Percentage = 67.1412m, UnweightedBase = 948, Source = "File" },
            new SurveyEstimate { Wave = other, Question = question, Area = area, UnweightedBase = 50, Shorthand = "[u]", Source = "File" },
        ];
    }
}
