using ControlStrategy.Data.Delivery;
using ControlStrategy.Domain.Measures;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>A measure as far as an import needs it.</summary>
internal sealed record KnownMeasure(int Id, string Code, MeasureKind Kind, bool Demonstration)
{
    public required Polarity Polarity { get; init; }

    /// <summary>Whether it is a count that says how many of it were cleared up.</summary>
    public required bool CountsClearedUp { get; init; }

    public required string Source { get; init; }

    /// <summary>Whether its figures are computed here, so that no file may state them.</summary>
    public bool IsComputed => ActivityMeasures.Has(Code);
}

/// <summary>The measures that exist, by code. An import invents none.</summary>
internal sealed class KnownMeasures
{
    private readonly Dictionary<string, KnownMeasure>.AlternateLookup<ReadOnlySpan<char>> _byCode;

    private KnownMeasures(Dictionary<string, KnownMeasure> byCode) => _byCode = byCode.GetAlternateLookup<ReadOnlySpan<char>>();

    public static async Task<KnownMeasures> LoadAsync(StrategyContext context, CancellationToken cancellation) => new(
        await context.Measures
            .Select(measure => new KnownMeasure(measure.Id, measure.Code, measure.Kind, measure.Demonstration)
            {
                Polarity = measure.Polarity,
                Source = measure.Source,
                CountsClearedUp = measure.Kind == MeasureKind.Count && measure.NumeratorLabel != null,
            })
            .ToDictionaryAsync(measure => measure.Code, StringComparer.Ordinal, cancellation));

    public KnownMeasure? Find(ReadOnlySpan<char> code) => _byCode.TryGetValue(code, out var measure) ? measure : null;

    /// <summary>
    /// A category of recorded crime by its label or slug: a count, neither computed here nor a demonstration measure, which takes no real figures.
    /// </summary>
    public KnownMeasure? FindCategory(ReadOnlySpan<char> label)
    {
        Span<char> room = label.Length <= 256 ? stackalloc char[label.Length] : new char[label.Length];
        return Find(Slug.Of(label, room)) is { Kind: MeasureKind.Count, Demonstration: false, IsComputed: false } category ? category : null;
    }
}
