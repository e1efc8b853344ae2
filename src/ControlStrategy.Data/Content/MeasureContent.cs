using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;

namespace ControlStrategy.Data.Content;

/// <summary>The measures that real figures are imported for: one per category of recorded crime.</summary>
internal static class MeasureContent
{
    public static List<Measure> Read(StrategyContent strategy)
    {
        var file = ContentFile.Read<MeasuresFile>("measures.json");
        return [.. file.Measures.Select(item => MeasureOf(item, file.Source, strategy))];
    }

    private static Measure MeasureOf(MeasureItem item, string source, StrategyContent strategy) => new()
    {
        Code = item.Code,
        Name = item.Name,
        Definition = item.Definition,
        Outcome = strategy.Outcomes[item.Outcome],
        Group = MeasureGroup.DeliveryAndImpact,
        Kind = MeasureKind.Count,
        Unit = item.Unit,
        Decimals = 0,
        Polarity = item.Polarity,
        Grain = Grain.Year,
        Source = source,
        // Official statistics, published without suppression.
        DisclosureThreshold = 0,
    };
}

/// <summary>The shape of <c>measures.json</c>.</summary>
internal sealed record MeasuresFile(string Source, MeasureItem[] Measures);

internal sealed record MeasureItem(string Code, string Name, string Definition)
{
    public required string Outcome { get; init; }

    public required Polarity Polarity { get; init; }

    public required string Unit { get; init; }
}
