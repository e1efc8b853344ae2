namespace ControlStrategy.Domain.Initiatives;

/// <summary>What sort of thing an initiative is.</summary>
public enum InitiativeKind
{
    /// <summary>Guidance and tactics collected for use by officers or the public.</summary>
    Toolkit,

    /// <summary>A standing meeting of those concerned.</summary>
    Forum,

    /// <summary>A planned set of work with an aim of its own.</summary>
    Programme,

    /// <summary>A team set up for the purpose.</summary>
    Unit,

    /// <summary>Messages to the public about one theme, over a limited time.</summary>
    Campaign,

    /// <summary>Joint work with other organisations.</summary>
    Partnership,

    /// <summary>Courses, exercises or presentations.</summary>
    Training,

    /// <summary>A lasting way of reaching people, such as a web site or a message service.</summary>
    Channel,

    /// <summary>Advice, policy or support a department gives.</summary>
    Service,
}
