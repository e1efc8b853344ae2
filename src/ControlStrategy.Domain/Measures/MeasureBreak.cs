using ControlStrategy.Domain.Imports;

namespace ControlStrategy.Domain.Measures;

/// <summary>A day from which a measure is counted differently. A correction is a new row and ends the old one.</summary>
public sealed class MeasureBreak : IHasRules, IFigure
{
    /// <summary>Key, unique among breaks of measures.</summary>
    public int Id { get; private set; }

    /// <summary>Key of the measure.</summary>
    public int MeasureId { get; private set; }

    /// <summary>The measure.</summary>
    public required Measure Measure { get; init; }

    /// <summary>First day that is counted the new way, the first of a month.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>What changed.</summary>
    public required string Reason { get; init; }

    /// <summary>When the row became the current one.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When a newer row took its place; none while it is the current one.</summary>
    public DateTimeOffset? SupersededAt { get; private set; }

    /// <summary>Key of the import.</summary>
    public int? ImportId { get; private set; }

    /// <summary>The import that brought it; none where it came with the product.</summary>
    public Import? Import { get; init; }

    /// <inheritdoc/>
    public void Supersede(DateTimeOffset at) => SupersededAt = this.EndAt(at, Where());

    /// <inheritdoc/>
    /// <exception cref="RuleBrokenException">BREAK_DAY or BREAK_REASON: it does not start on the first of a month, or says nothing.</exception>
    public void CheckRules()
    {
        if (StartsOn.Day != 1)
            throw new RuleBrokenException("BREAK_DAY", $"{Where()}: a measure breaks on the first of a month.");
        if (string.IsNullOrWhiteSpace(Reason))
            throw new RuleBrokenException("BREAK_REASON", $"{Where()}: say what changed.");
    }

    private string Where() => $"Break of {Measure?.Code} on {StartsOn:O}";
}
