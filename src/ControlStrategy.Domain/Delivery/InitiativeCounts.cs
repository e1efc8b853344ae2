using ControlStrategy.Domain.Initiatives;

namespace ControlStrategy.Domain.Delivery;

/// <summary>Initiatives by the status that is on record now: a status before it is not kept, so the day asked for does not change them.</summary>
public sealed record InitiativeCounts
{
    private InitiativeCounts()
    {
    }

    /// <summary>Initiatives in all.</summary>
    public required int All { get; init; }

    /// <summary>Decided, not begun.</summary>
    public required int Planned { get; init; }

    /// <summary>Running.</summary>
    public required int Active { get; init; }

    /// <summary>Begun and halted; they may resume.</summary>
    public required int Paused { get; init; }

    /// <summary>Ended, with every milestone completed.</summary>
    public required int Completed { get; init; }

    /// <summary>Without a status on record.</summary>
    public required int NotStated { get; init; }

    /// <summary>Counts initiatives by their status; null for one without.</summary>
    public static InitiativeCounts Of(IEnumerable<InitiativeStatus?> statuses)
    {
        InitiativeStatus?[] all = [.. statuses];
        int With(InitiativeStatus? status) => all.Count(one => one == status);
        return new InitiativeCounts
        {
            All = all.Length,
            Planned = With(InitiativeStatus.Planned),
            Active = With(InitiativeStatus.Active),
            Paused = With(InitiativeStatus.Paused),
            Completed = With(InitiativeStatus.Completed),
            NotStated = With(null),
        };
    }
}
