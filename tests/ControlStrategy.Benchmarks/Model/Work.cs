namespace ControlStrategy.Benchmarks.Model;

/// <summary>What is done.</summary>
public sealed class Initiative
{
    public int Id { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public int OutcomeId { get; init; }

    public required Outcome Outcome { get; init; }

    public InitiativeStatus Status { get; init; }

    public DateOnly StartDate { get; init; }

    public DateOnly? EndDate { get; init; }

    public List<Milestone> Milestones { get; } = [];

    public List<Partner> Partners { get; } = [];
}

/// <summary>How far it has come; the numbers are the database's.</summary>
public enum InitiativeStatus
{
    Planned,
    Active,
    Completed,
    Paused,
}

/// <summary>What has to be reached.</summary>
public sealed class Milestone
{
    public int Id { get; init; }

    public int InitiativeId { get; init; }

    public required Initiative Initiative { get; init; }

    public required string Title { get; init; }

    public DateOnly DueDate { get; init; }

    public DateOnly? CompletedOn { get; init; }
}

/// <summary>Who takes part.</summary>
public sealed class Partner
{
    public int Id { get; init; }

    public required string Name { get; init; }

    public PartnerSector Sector { get; init; }

    public List<Initiative> Initiatives { get; } = [];
}

/// <summary>What sort of body a partner is; the numbers are the database's.</summary>
public enum PartnerSector
{
    Police,
    LocalGovernment,
    Health,
    Education,
    Justice,
    ThirdSector,
    Private,
}
