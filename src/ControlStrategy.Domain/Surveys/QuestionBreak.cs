using ControlStrategy.Domain.Imports;

namespace ControlStrategy.Domain.Surveys;

/// <summary>A day across which a question's estimates are not compared. A correction is a new row and ends the old one.</summary>
public sealed class QuestionBreak : IHasRules, IFigure
{
    /// <summary>Key, unique among breaks of questions.</summary>
    public int Id { get; private set; }

    /// <summary>Key of the question.</summary>
    public int QuestionId { get; private set; }

    /// <summary>The question.</summary>
    public required SurveyQuestion Question { get; init; }

    /// <summary>A wave whose fieldwork begins on or after this day is asked the new way.</summary>
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
    /// <exception cref="RuleBrokenException">BREAK_REASON: it does not say what changed.</exception>
    public void CheckRules()
    {
        if (string.IsNullOrWhiteSpace(Reason))
            throw new RuleBrokenException("BREAK_REASON", $"{Where()}: say what changed.");
    }

    /// <summary>Whether it lies between two waves, or inside a pooled one that has interviews of before and after.</summary>
    /// <param name="wave">A wave.</param>
    /// <param name="other">Another one.</param>
    public bool Divides(SurveyWave wave, SurveyWave other)
    {
        ArgumentNullException.ThrowIfNull(wave);
        ArgumentNullException.ThrowIfNull(other);
        return wave.Label != other.Label && (IsAfter(wave) != IsAfter(other) || IsInside(wave) || IsInside(other));
    }

    private bool IsAfter(SurveyWave wave) => wave.FieldworkFirstDay >= StartsOn;

    private bool IsInside(SurveyWave wave) => wave.Pooled && !IsAfter(wave) && wave.FieldworkLastDay >= StartsOn;

    private string Where() => $"Break of {Question?.Code} on {StartsOn:O}";
}
