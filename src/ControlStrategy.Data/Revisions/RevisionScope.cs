using ControlStrategy.Domain.Revisions;

namespace ControlStrategy.Data.Revisions;

/// <summary>Which figures are looked at for changes, and between which moments.</summary>
public sealed record RevisionScope
{
    /// <summary>The earlier moment; what was recorded exactly then was known then.</summary>
    public required DateTimeOffset AsAt { get; init; }

    /// <summary>The later moment, not before the earlier one; null for now.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Keys of the measures, which leaves figures of no measure out; null for all figures.</summary>
    public IReadOnlyCollection<int>? MeasureIds { get; init; }

    /// <summary>Keys of the areas; null for all.</summary>
    public IReadOnlyCollection<int>? AreaIds { get; init; }

    /// <summary>Figures of periods that begin on this day or later; null for all.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Figures of periods that end on this day or earlier; null for all.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The kinds of figures; null for all.</summary>
    public IReadOnlyCollection<FigureKind>? Figures { get; init; }

    /// <summary>The kinds of changes; null for all.</summary>
    public IReadOnlyCollection<ChangeKind>? Kinds { get; init; }

    /// <summary>The tables that hold such figures, in the order of the answer.</summary>
    internal IEnumerable<FigureTable> Tables => FigureTable.All
        .Where(table => Figures is null || Figures.Contains(table.Figure))
        .Where(table => MeasureIds is null || table.HasMeasure);
}
