using ControlStrategy.Domain;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Imports;
using ControlStrategy.Domain.Initiatives;
using ControlStrategy.Domain.Strategies;

namespace ControlStrategy.Data.Tests;

/// <summary>At least one of every noun, together with no member left at its default.</summary>
internal sealed partial class Everything
{
    private static readonly DateOnly First = new(2023, 4, 1);
    private static readonly DateOnly Last = new(2023, 6, 30);

    private readonly Strategy _strategy = Sample.Strategy("2015");
    private readonly Area _nation = new() { Code = "S92000003", Name = "Scotland", Level = AreaLevel.Nation };
    private readonly Import _import = Sample.Import();

    /// <summary>Nouns from which all others can be reached.</summary>
    public List<object> Roots()
    {
        var division = new Area
        {
            Code = "S32000003",
            Name = "North East",
            Level = AreaLevel.PoliceDivision,
            Letter = "A",
            Parent = _nation,
            Import = _import,
        };
        division.Populations.Add(Ended(new AreaPopulation
        {
            Area = division,
            MidYear = 2018,
            AllAges = 586_380,
            Aged16AndOver = 486_000,
            RecordedAt = Sample.Noon,
            Import = _import,
        }));
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
        campaign.Priorities.Add(
            new() { Strategy = _strategy, Code = "road", Title = "Road safety", Rank = PriorityRank.High, Outcome = outcome });
        campaign.Partners.Add(new() { Name = "Neighbourhood Watch Scotland", Sector = PartnerSector.Third });
        campaign.Areas.Add(area);
        campaign.Schedule(First, Last);
        campaign.Start(First);
        var milestone = new Milestone { Initiative = campaign, Title = "Posters printed", DueOn = Last, Demonstration = true, Import = _import };
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
            Import = _import,
        });
        return campaign;
    }

    private Initiative Named(string code, Objective objective, Initiative? parent) => new()
    {
        Code = code,
        Name = "Festive campaign",
        Summary = "Keeps people safe in December.",
        Kind = InitiativeKind.Campaign,
        LeadUnit = "Safer Communities",
        Demonstration = true,
        Objective = objective,
        Parent = parent,
        Import = _import,
    };

    private static TFigure Ended<TFigure>(TFigure figure)
        where TFigure : IFigure
    {
        figure.Supersede(Sample.Noon.AddHours(1));
        return figure;
    }

    private static ProblemSolvingPlan Plan(Area area, Initiative initiative)
    {
        var plan = new ProblemSolvingPlan { Code = "park", Title = "Park", Area = area, Initiative = initiative, Demonstration = true };
        plan.Enter(SaraStage.Scanning, First, "Noise at night");
        plan.Enter(SaraStage.Analysis, Last, "Lights are out");
        return plan;
    }
}
