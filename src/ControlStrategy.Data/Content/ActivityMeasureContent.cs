using ControlStrategy.Data.Delivery;
using ControlStrategy.Domain.Initiatives;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Strategies;

namespace ControlStrategy.Data.Content;

/// <summary>The measures of activities and of the people they reach.</summary>
internal static class ActivityMeasureContent
{
    /// <summary>Code of the outcome they all inform about.</summary>
    public static string Outcome { get; } = ContentFile.Read<ActivityMeasuresFile>(ActivityMeasuresFile.Name).Outcome;

    /// <summary>Those of real activities.</summary>
    /// <param name="outcome">Finds an outcome by its code.</param>
    public static List<Measure> Real(Func<string, Outcome> outcome) => Read(outcome, demonstrationSource: null);

    /// <summary>Those of made-up activities.</summary>
    /// <param name="outcome">Finds an outcome by its code.</param>
    /// <param name="source">What every demonstration figure gives as its source.</param>
    public static List<Measure> Demonstration(Func<string, Outcome> outcome, string source) => Read(outcome, source);

    private static List<Measure> Read(Func<string, Outcome> outcome, string? demonstrationSource)
    {
        var file = ContentFile.Read<ActivityMeasuresFile>(ActivityMeasuresFile.Name);
        return [.. file.Measures.Select(item => MeasureOf(item, file, outcome(file.Outcome), demonstrationSource))];
    }

    private static Measure MeasureOf(ActivityMeasureItem item, ActivityMeasuresFile file, Outcome outcome, string? demonstrationSource)
    {
        var isDemonstration = demonstrationSource is not null;
        return new Measure
        {
            Code = item.CodeOf(isDemonstration),
            Name = isDemonstration ? $"Demonstration: {item.Name}" : item.Name,
            Definition = isDemonstration ? $"{item.Definition} {file.Demonstration}" : item.Definition,
            Outcome = outcome,
            Group = MeasureGroup.Output,
            Kind = MeasureKind.Count,
            Unit = item.Unit,
            Decimals = 0,
            Polarity = Polarity.HigherIsBetter,
            Grain = Grain.Month,
            Source = demonstrationSource ?? file.Source,
            // What the force did, listed one by one beside it: no small number to protect.
            DisclosureThreshold = 0,
            Demonstration = isDemonstration,
        };
    }
}

/// <summary>The shape of <c>activity-measures.json</c>.</summary>
/// <param name="Outcome">Code of the outcome they inform about.</param>
/// <param name="Source">What every real figure gives as its source.</param>
/// <param name="Demonstration">What the definitions of made-up ones say besides.</param>
/// <param name="Measures">The measures.</param>
internal sealed record ActivityMeasuresFile(string Outcome, string Source, string Demonstration, ActivityMeasureItem[] Measures)
{
    public const string Name = "activity-measures.json";
}

internal sealed record ActivityMeasureItem(string Code, string Name, string Definition, string Unit)
{
    public ActivityKind? Kind { get; init; }

    public required ActivityQuantity Quantity { get; init; }

    public string CodeOf(bool demonstration) => demonstration ? $"demo-{Code}" : Code;
}
