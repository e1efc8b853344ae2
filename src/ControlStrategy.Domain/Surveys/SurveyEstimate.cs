using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Imports;

namespace ControlStrategy.Domain.Surveys;

/// <summary>A weighted percentage of favourable responses in one wave and area. A correction is a new row and ends the old one.</summary>
public sealed class SurveyEstimate : IHasRules, IFigure
{
    /// <summary>Largest unweighted base that is too small for a percentage to be shown: 50 people.</summary>
    public const int LargestBaseWithheld = 50;

    /// <summary>Key, unique among estimates.</summary>
    public int Id { get; private set; }

    /// <summary>Key of the wave.</summary>
    public int WaveId { get; private set; }

    /// <summary>The wave.</summary>
    public required SurveyWave Wave { get; init; }

    /// <summary>Key of the question.</summary>
    public int QuestionId { get; private set; }

    /// <summary>The question.</summary>
    public required SurveyQuestion Question { get; init; }

    /// <summary>Key of the area.</summary>
    public int AreaId { get; private set; }

    /// <summary>The area.</summary>
    public required Area Area { get; init; }

    /// <summary>Share of favourable responses in per cent, 0 to 100; none where withheld.</summary>
    /// <exception cref="RuleBrokenException">ESTIMATE_PERCENTAGE: not from 0 to 100.</exception>
    public decimal? Percentage
    {
        get;
        init => field = value is null or (>= 0 and <= 100)
            ? Amount.Kept(value)
            : throw new RuleBrokenException("ESTIMATE_PERCENTAGE", $"A percentage of responses is 0 to 100, not {value}.");
    }

    /// <summary>People who answered, unweighted; none where not published, and then there is no interval.</summary>
    public int? UnweightedBase { get; init; }

    /// <summary>Why there is no percentage: [u] low reliability, [x] not available; none where there is one.</summary>
    public string? Shorthand { get; init; }

    /// <summary>Where the estimate was published.</summary>
    public required string Source { get; init; }

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
    /// <exception cref="RuleBrokenException">ESTIMATE_BASE, ESTIMATE_SHORTHAND or ESTIMATE_SURVEY: the base is too small for a percentage,
    /// a reason is missing or out of place, or wave and question are of two surveys.</exception>
    public void CheckRules()
    {
        if (UnweightedBase < 0 || (Percentage is not null && UnweightedBase <= LargestBaseWithheld))
            throw new RuleBrokenException("ESTIMATE_BASE", $"{Where()}: a base of {UnweightedBase} carries no percentage.");
        if (Percentage is null ? Shorthand is not ("[u]" or "[x]") : Shorthand is not null)
            throw new RuleBrokenException("ESTIMATE_SHORTHAND", $"{Where()}: either a percentage, or [u] or [x] in its place.");
        if (Wave is { Survey: { } survey } && Question is { Survey: { } other } && survey != other)
            throw new RuleBrokenException("ESTIMATE_SURVEY", $"{Where()}: wave and question belong to two surveys.");
    }

    private string Where() => $"Estimate of {Question?.Code} in {Area?.Code}, {Wave?.Label}";
}
