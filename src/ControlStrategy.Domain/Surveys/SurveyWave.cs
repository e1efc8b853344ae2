namespace ControlStrategy.Domain.Surveys;

/// <summary>One round of fieldwork of a survey.</summary>
public sealed class SurveyWave : IHasRules
{
    /// <summary>Key, unique among waves.</summary>
    public int Id { get; private set; }

    /// <summary>Key of the survey.</summary>
    public int SurveyId { get; private set; }

    /// <summary>The survey.</summary>
    public required PerceptionSurvey Survey { get; init; }

    /// <summary>Label as published, such as 2012/13, or 2016-18 for sweeps pooled; unique within the survey.</summary>
    public required string Label { get; init; }

    /// <summary>First day of fieldwork; where it is not published, of the sweep's financial year.</summary>
    public required DateOnly FieldworkFirstDay { get; init; }

    /// <summary>Last day of fieldwork, on or after the first; where it is not published, of the sweep's financial year.</summary>
    public required DateOnly FieldworkLastDay { get; init; }

    /// <summary>Factor that widens intervals for the sample's design, above 0; none where not published, or self-selecting.</summary>
    /// <exception cref="RuleBrokenException">WAVE_DESIGN_FACTOR: not above 0.</exception>
    public decimal? DesignFactor
    {
        get;
        init => field = value is null or > 0
            ? Amount.Kept(value)
            : throw new RuleBrokenException("WAVE_DESIGN_FACTOR", $"A design factor is above 0, not {value}.");
    }

    /// <summary>Whether it pools several sweeps for larger bases: its interviews are theirs too, so the two are never added.</summary>
    public bool Pooled { get; init; }

    /// <summary>Interviews in all, which is not the base of any one question; none where not published.</summary>
    public int? Interviews { get; init; }

    /// <summary>Its estimates by question and area.</summary>
    public List<SurveyEstimate> Estimates { get; } = [];

    /// <inheritdoc/>
    /// <exception cref="RuleBrokenException">WAVE_DATES or WAVE_DESIGN_FACTOR: fieldwork ends before it starts, or a self-selecting survey
    /// has a design factor, which only a margin of error needs.</exception>
    public void CheckRules()
    {
        if (FieldworkLastDay < FieldworkFirstDay)
            throw new RuleBrokenException(
                "WAVE_DATES",
                $"Wave {Label}: fieldwork ends on {FieldworkLastDay:O}, before {FieldworkFirstDay:O}.");
        if (DesignFactor is not null && Survey is { Design: SurveyDesign.SelfSelecting })
            throw new RuleBrokenException(
                "WAVE_DESIGN_FACTOR",
                $"Wave {Label}: a self-selecting survey has no margin of error, so no design factor.");
    }

    /// <summary>Whether a label means this wave: 2012-13 is 2012/13, and a star marks pooled sweeps in published files.</summary>
    /// <param name="label">A label as people and files write it.</param>
    public bool GoesBy(string label) => Plain(Label).Equals(Plain(label), StringComparison.Ordinal);

    /// <summary>The design factor: as published; of pooled sweeps without one, the mean of theirs; none where one of theirs is missing.</summary>
    /// <param name="waves">The waves of the survey.</param>
    public decimal? FactorAmong(IEnumerable<SurveyWave> waves)
    {
        if (DesignFactor is not null || !Pooled)
            return DesignFactor;
        decimal?[] factors = [.. waves.Where(Pools).Select(sweep => sweep.DesignFactor)];
        return factors.Length > 0 && factors.All(factor => factor is not null) ? factors.Average() : null;
    }

    /// <summary>Whether interviews of the other wave are among this one's: one pools the other, or both pool sweeps of the same days.</summary>
    /// <param name="other">Another wave of the survey.</param>
    public bool SharesInterviewsWith(SurveyWave other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Pooled && other.Pooled
            ? FieldworkFirstDay <= other.FieldworkLastDay && other.FieldworkFirstDay <= FieldworkLastDay
            : Pools(other) || other.Pools(this);
    }

    private static string Plain(string label) => label.TrimEnd('*').Replace('/', '-');

    private bool Pools(SurveyWave sweep) =>
        Pooled && !sweep.Pooled && sweep.FieldworkFirstDay >= FieldworkFirstDay && sweep.FieldworkLastDay <= FieldworkLastDay;
}
