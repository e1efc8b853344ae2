using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Initiatives;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Strategies;
using Xunit;

namespace ControlStrategy.Domain.Tests;

/// <summary>Valid nouns, and how a broken rule is recognised.</summary>
internal static class Sample
{
    public static readonly DateOnly April = new(2023, 4, 1);
    public static readonly DateTimeOffset Noon = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly Area Council = new() { Code = "S12000033", Name = "Aberdeen City", Level = AreaLevel.CouncilArea };

    /// <summary>Runs what must break the rule with the given code; the message must name what it is about.</summary>
    public static void Breaks(string code, string naming, Action act)
    {
        var broken = Assert.Throws<RuleBrokenException>(act);
        Assert.Equal(code, broken.Code);
        Assert.Contains(naming, broken.Message, StringComparison.Ordinal);
    }

    public static Strategy Strategy(string code = "2015") => new()
    {
        Code = code,
        Title = "Crime Prevention Strategy",
        Owner = "Safer Communities",
        Version = "1.0",
        PublishedOn = new(2015, 3, 1),
        Vision = "Fewer chances for crime.",
    };

    public static Initiative Initiative() => new()
    {
        Code = "bookmakers",
        Name = "Bookmakers Forum",
        Summary = "Reduces the risk of robbery.",
        Kind = InitiativeKind.Forum,
        Objective = new Objective { Strategy = Strategy(), Number = 1, Title = "Support", Summary = "Support to divisions." },
    };

    public static Milestone Milestone(Initiative initiative)
    {
        var milestone = new Milestone { Initiative = initiative, Title = "Terms agreed", DueOn = new(2023, 9, 30) };
        initiative.Milestones.Add(milestone);
        return milestone;
    }

    public static Measure Measure(
        MeasureKind kind, string? numerator = null, string? denominator = null, int decimals = 0, int threshold = 5) => new()
        {
            Code = "all-crimes",
            Name = "All crimes",
            Definition = "Crimes recorded.",
            Outcome = new Outcome { Strategy = Strategy(), Code = "1", Title = "Less crime" },
            Group = MeasureGroup.DeliveryAndImpact,
            Kind = kind,
            Unit = "crimes",
            Decimals = decimals,
            Polarity = Polarity.LowerIsBetter,
            Grain = Grain.Month,
            NumeratorLabel = numerator,
            DenominatorLabel = denominator,
            Source = "Scottish Government",
            DisclosureThreshold = threshold,
        };
}
