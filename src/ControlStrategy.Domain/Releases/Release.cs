namespace ControlStrategy.Domain.Releases;

/// <summary>Figures made available together; what a board or the public may see belongs to a published release.</summary>
public sealed class Release : IHasRules
{
    /// <summary>Key, unique among releases.</summary>
    public int Id { get; private set; }

    /// <summary>Short stable name, unique among releases.</summary>
    public required string Code { get; init; }

    /// <summary>Title as shown.</summary>
    public required string Title { get; init; }

    /// <summary>First day of the period it covers.</summary>
    public required DateOnly PeriodStart { get; init; }

    /// <summary>Last day of the period it covers, on or after the first.</summary>
    public required DateOnly PeriodEnd { get; init; }

    /// <summary>Time at which the figures stood as they are released.</summary>
    public required DateTimeOffset DataAsAt { get; init; }

    /// <summary>Time before which it must not be published; none where there is no embargo.</summary>
    public DateTimeOffset? EmbargoedUntil { get; init; }

    /// <summary>When it was published; none before.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Publishes it. Happens once.</summary>
    /// <param name="at">Time of publication, not before the embargo ends, nor before the figures stood so.</param>
    /// <exception cref="RuleBrokenException">RELEASE_PUBLISHED, RELEASE_EMBARGOED or RELEASE_TIME: it is published already,
    /// still embargoed, or its figures are of a later time.</exception>
    public void Publish(DateTimeOffset at)
    {
        if (PublishedAt is { } already)
            throw new RuleBrokenException("RELEASE_PUBLISHED", $"Release {Code} was published at {already:O} already.");
        if (at < EmbargoedUntil)
            throw new RuleBrokenException("RELEASE_EMBARGOED", $"Release {Code} is embargoed until {EmbargoedUntil:O}.");
        if (at < DataAsAt)
            throw new RuleBrokenException(
                "RELEASE_TIME",
                $"Release {Code} has figures as at {DataAsAt:O} and cannot be published at {at:O}.");
        PublishedAt = at;
    }

    /// <inheritdoc/>
    /// <exception cref="RuleBrokenException">RELEASE_PERIOD: the period ends before it starts.</exception>
    public void CheckRules()
    {
        if (PeriodEnd < PeriodStart)
            throw new RuleBrokenException("RELEASE_PERIOD", $"Release {Code} ends on {PeriodEnd:O}, before {PeriodStart:O}.");
    }
}
