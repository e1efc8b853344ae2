namespace ControlStrategy.Domain;

/// <summary>A stored figure. It is never changed or deleted: a correction is a new row and ends the old one.</summary>
public interface IFigure
{
    /// <summary>When the row became the current one.</summary>
    DateTimeOffset RecordedAt { get; }

    /// <summary>When a newer row took its place; none while it is the current one.</summary>
    DateTimeOffset? SupersededAt { get; }

    /// <summary>Ends this row: a newer one takes its place. Happens once.</summary>
    /// <param name="at">When the newer row is recorded, not before this one was.</param>
    /// <exception cref="RuleBrokenException">FIGURE_SUPERSEDED or FIGURE_TIME: it has ended already, or was recorded later.</exception>
    void Supersede(DateTimeOffset at);
}

/// <summary>The rules of a figure's history, the same for all.</summary>
internal static class FigureHistory
{
    /// <summary>When the figure ends, if it may.</summary>
    public static DateTimeOffset EndAt(this IFigure figure, DateTimeOffset at, string where)
    {
        if (figure.SupersededAt is { } already)
            throw new RuleBrokenException("FIGURE_SUPERSEDED", $"{where} was superseded at {already:O} already.");
        if (at < figure.RecordedAt)
            throw new RuleBrokenException(
                "FIGURE_TIME", $"{where} was recorded at {figure.RecordedAt:O} and cannot be superseded at {at:O}.");
        return at;
    }
}
