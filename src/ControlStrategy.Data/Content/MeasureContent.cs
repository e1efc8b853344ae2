using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;

namespace ControlStrategy.Data.Content;

/// <summary>The measures that real figures are imported for: one per category of recorded crime.</summary>
internal static class MeasureContent
{
    public static List<Measure> Read(StrategyContent strategy)
    {
        var file = ContentFile.Read<MeasuresFile>("measures.json");
        List<Measure> measures = [.. file.Measures.Select(item => MeasureOf(item, file.Source, strategy))];
        foreach (var measure in measures)
            measure.Breaks.AddRange(file.Breaks.Select(item => BreakOf(item, measure)));
        return measures;
    }

    private static MeasureBreak BreakOf(MeasureBreakItem item, Measure measure) =>
        new() { Measure = measure, StartsOn = item.StartsOn, Reason = item.Reason, RecordedAt = ShippedContent.RecordedAt };

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
        NumeratorLabel = "Cleared up",
        Source = source,
        // Official statistics, published without suppression.
        DisclosureThreshold = 0,
    };
}

/// <summary>The shape of <c>measures.json</c>.</summary>
internal sealed record MeasuresFile(string Source, MeasureBreakItem[] Breaks, MeasureItem[] Measures);

/// <summary>A break that all these measures have.</summary>
internal sealed record MeasureBreakItem(DateOnly StartsOn, string Reason);

internal sealed record MeasureItem(string Code, string Name, string Definition)
{
    public required string Outcome { get; init; }

    public required Polarity Polarity { get; init; }

    public required string Unit { get; init; }
}
