namespace ControlStrategy.Domain.Initiatives;

/// <summary>How far an initiative has come.</summary>
public enum InitiativeStatus
{
    /// <summary>Decided, not begun.</summary>
    Planned,

    /// <summary>Running.</summary>
    Active,

    /// <summary>Begun and halted; it may resume.</summary>
    Paused,

    /// <summary>Ended, with every milestone completed.</summary>
    Completed,
}
