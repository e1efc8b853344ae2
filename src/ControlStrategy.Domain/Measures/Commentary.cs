using ControlStrategy.Domain.Areas;

namespace ControlStrategy.Domain.Measures;

/// <summary>What was written about a measure in an area and a period; needed where it is off target.</summary>
public sealed class Commentary : IHasRules
{
    /// <summary>Key, unique among commentaries.</summary>
    public int Id { get; private set; }

    /// <summary>Key of the measure.</summary>
    public int MeasureId { get; private set; }

    /// <summary>The measure.</summary>
    public required Measure Measure { get; init; }

    /// <summary>Key of the area.</summary>
    public int AreaId { get; private set; }

    /// <summary>The area.</summary>
    public required Area Area { get; init; }

    /// <summary>First day of the period.</summary>
    public required DateOnly PeriodStart { get; init; }

    /// <summary>Last day of the period, on or after the first.</summary>
    public required DateOnly PeriodEnd { get; init; }

    /// <summary>What was written.</summary>
    public required string Text { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string Author { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>Whether it may be shown outside.</summary>
    public CommentaryStatus Status { get; private set; }

    /// <summary>Whether it is demonstration data.</summary>
    public bool Demonstration { get; init; }

    /// <summary>Approves the text to be shown outside. Happens once.</summary>
    /// <exception cref="RuleBrokenException">COMMENTARY_APPROVED: it is approved already.</exception>
    public void Approve()
    {
        if (Status is CommentaryStatus.Approved)
            throw new RuleBrokenException("COMMENTARY_APPROVED", $"The commentary on {Measure?.Code} in {Area?.Code} is approved already.");
        Status = CommentaryStatus.Approved;
    }

    /// <inheritdoc/>
    /// <exception cref="RuleBrokenException">COMMENTARY_PERIOD: the period ends before it starts.</exception>
    public void CheckRules()
    {
        if (PeriodEnd < PeriodStart)
            throw new RuleBrokenException(
                "COMMENTARY_PERIOD",
                $"The commentary on {Measure?.Code} in {Area?.Code} ends on {PeriodEnd:O}, before {PeriodStart:O}.");
    }
}

/// <summary>Whether a commentary may be shown outside.</summary>
public enum CommentaryStatus
{
    /// <summary>Written, not approved.</summary>
    Draft,

    /// <summary>Approved to be shown.</summary>
    Approved,
}
