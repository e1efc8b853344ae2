using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Imports;
using ControlStrategy.Domain.Initiatives;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Strategies;

namespace ControlStrategy.Data.Tests;

/// <summary>Valid nouns with codes of their own, so that tests of one class do not meet.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Noon = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public static Strategy Strategy(string code) => new()
    {
        Code = code,
        Title = "Crime Prevention Strategy",
        Owner = "Safer Communities",
        Version = "1.0",
        PublishedOn = new(2015, 3, 1),
        Vision = "Fewer chances for crime.",
    };

    public static Area Area(string code) => new() { Code = code, Name = "Aberdeen City", Level = AreaLevel.CouncilArea };

    public static Initiative Initiative(string code) => new()
    {
        Code = code,
        Name = "Bookmakers Forum",
        Summary = "Reduces the risk of robbery.",
        Kind = InitiativeKind.Forum,
        Objective = new Objective { Strategy = Strategy(code), Number = 1, Title = "Support", Summary = "Support to divisions." },
    };

    public static Measure Measure(string code)
    {
        var strategy = Strategy(code);
        return new Measure
        {
            Code = code,
            Name = "All crimes",
            Definition = "Crimes recorded.",
            Outcome = new Outcome { Strategy = strategy, Code = "1", Title = "Less crime" },
            Group = MeasureGroup.DeliveryAndImpact,
            Kind = MeasureKind.Count,
            Unit = "crimes",
            Decimals = 0,
            Polarity = Polarity.LowerIsBetter,
            Grain = Grain.Month,
            Source = "Scottish Government",
            DisclosureThreshold = 5,
        };
    }

    public static Observation Observation(
        Measure measure, Area area, decimal value = 7, int month = 4, DateTimeOffset? recordedAt = null) => new()
        {
            Measure = measure,
            Area = area,
            PeriodStart = new(2023, month, 1),
            PeriodEnd = new DateOnly(2023, month, 1).AddMonths(1).AddDays(-1),
            Grain = Grain.Month,
            Value = value,
            Status = ObservationStatus.Provisional,
            RecordedAt = recordedAt ?? Noon,
            Source = "Scottish Government",
        };

    public static Import Import() => new()
    {
        FileName = "population.csv",
        Kind = ImportKind.Population,
        Sha256 = new string('a', 64),
        RecordedAt = Noon,
        RowsRead = 6,
        New = 1,
        Corrected = 2,
        Unchanged = 1,
        NotStored = 1,
        Rejected = 1,
    };
}
