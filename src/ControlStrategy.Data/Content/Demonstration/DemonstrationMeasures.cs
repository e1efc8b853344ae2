using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;

namespace ControlStrategy.Data.Content.Demonstration;

/// <summary>The measures that made-up figures are shown under.</summary>
internal static class DemonstrationMeasures
{
    // As for management information; it lets a reader see what disclosure control does.
    private const int DisclosureThreshold = 5;

    public static List<Measure> From(DemonstrationFile file, StrategyContent strategy) =>
        [.. file.Measures.Select(item => MeasureOf(item, file.Source, strategy))];

    private static Measure MeasureOf(DemonstrationMeasureItem item, string source, StrategyContent strategy) => new()
    {
        Code = item.Code,
        Name = item.Name,
        Definition = item.Definition,
        Outcome = strategy.Outcomes[item.Outcome],
        Group = item.Group,
        Kind = item.Kind,
        Unit = item.Unit,
        Decimals = item.Decimals,
        Polarity = item.Polarity,
        Grain = Grain.Month,
        NumeratorLabel = item.NumeratorLabel,
        DenominatorLabel = item.DenominatorLabel,
        Source = source,
        DisclosureThreshold = DisclosureThreshold,
        Demonstration = true,
    };
}
