using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Revisions;

namespace ControlStrategy.Api.Analytics.Changes;

/// <summary>What changes are asked for.</summary>
public sealed record ChangesSinceArguments
{
    /// <summary>The moment figures are compared with, to the millisecond: what was recorded exactly then was known then.</summary>
    public required DateTimeOffset AsAt { get; init; }

    /// <summary>The later moment, not before `asAt`; without it, now.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Codes of measures: their observations and targets only; without it, all figures.</summary>
    public IReadOnlyList<string>? Measures { get; init; }

    /// <summary>Code of an outcome: observations and targets of its measures and of those of the outcomes below it; with `measures`, of those among both.</summary>
    public string? Outcome { get; init; }

    /// <summary>Codes of areas, without the areas below them; former codes and letters of divisions are understood too. Without areas and level, all areas.</summary>
    public IReadOnlyList<string>? Areas { get; init; }

    /// <summary>All areas of this level; together with `areas`, those of the level that lie below, at or above them.</summary>
    public AreaLevel? Level { get; init; }

    /// <summary>Figures of periods that begin on this day or later; without it, of all.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Figures of periods that end on this day or earlier; without it, of all.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Kinds of figures; without it, all.</summary>
    public IReadOnlyList<FigureKind>? Figures { get; init; }

    /// <summary>Kinds of changes; without it, all.</summary>
    public IReadOnlyList<ChangeKind>? Kinds { get; init; }

    /// <summary>How many changes a page has, 0 to the setting Scorecard:MaximumRows; without it, all, refused where they are more than that.</summary>
    public int? First { get; init; }

    /// <summary>The `endCursor` of the page before, for the same other arguments.</summary>
    public string? After { get; init; }
}
