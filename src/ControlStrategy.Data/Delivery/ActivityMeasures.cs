using ControlStrategy.Data.Content;
using ControlStrategy.Domain.Initiatives;

namespace ControlStrategy.Data.Delivery;

/// <summary>A measure whose figures are computed from the activities on record.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Kind">Which activities count; null for all of them.</param>
/// <param name="Quantity">What of them is added up.</param>
/// <param name="Demonstration">Whether made-up activities count, and no others; otherwise real ones only.</param>
internal sealed record ActivityMeasure(string Code, ActivityKind? Kind, ActivityQuantity Quantity, bool Demonstration);

/// <summary>What of activities is added up.</summary>
internal enum ActivityQuantity
{
    /// <summary>The activities themselves.</summary>
    Activities,

    /// <summary>The people counted as reached.</summary>
    Reach,
}

/// <summary>The measures that are computed, so that no file may state them.</summary>
internal static class ActivityMeasures
{
    /// <summary>Those of real activities, then those of made-up ones.</summary>
    public static IReadOnlyList<ActivityMeasure> All { get; } = Read();

    private static readonly HashSet<string> Codes = All.Select(measure => measure.Code).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether the measure of this code is computed.</summary>
    public static bool Has(string code) => Codes.Contains(code);

    private static List<ActivityMeasure> Read()
    {
        var items = ContentFile.Read<ActivityMeasuresFile>(ActivityMeasuresFile.Name).Measures;
        return [.. items.Select(item => Of(item, demonstration: false)), .. items.Select(item => Of(item, demonstration: true))];
    }

    private static ActivityMeasure Of(ActivityMeasureItem item, bool demonstration) =>
        new(item.CodeOf(demonstration), item.Kind, item.Quantity, demonstration);
}
