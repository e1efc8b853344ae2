namespace ControlStrategy.Benchmarks.Model;

/// <summary>Where something was measured.</summary>
public sealed class Area
{
    public int Id { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public AreaLevel Level { get; init; }

    public int Population { get; init; }

    public int? ParentId { get; init; }

    public Area? Parent { get; init; }

    public List<Area> Children { get; } = [];
}

/// <summary>Level of an area; the names are those of the benchmark's queries.</summary>
public enum AreaLevel
{
    Nation,
    Command,
    Division,
    LocalAuthority,
    Ward,
}

/// <summary>What is to be achieved.</summary>
public sealed class Outcome
{
    public int Id { get; init; }

    public required string Code { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public int? ParentId { get; init; }

    public Outcome? Parent { get; init; }

    public List<Outcome> Children { get; } = [];

    public List<Measure> Measures { get; } = [];
}

/// <summary>What is measured.</summary>
public sealed class Measure
{
    public int Id { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Unit { get; init; }

    public Polarity Polarity { get; init; }

    public int OutcomeId { get; init; }

    public required Outcome Outcome { get; init; }

    public List<Observation> Observations { get; } = [];
}

/// <summary>Which way is better.</summary>
public enum Polarity
{
    LowerIsBetter,
    HigherIsBetter,
}

/// <summary>One value.</summary>
public sealed class Observation
{
    public int Id { get; init; }

    public int MeasureId { get; init; }

    public required Measure Measure { get; init; }

    public int AreaId { get; init; }

    public required Area Area { get; init; }

    public DateOnly PeriodStart { get; init; }

    public double Value { get; init; }

    public ObservationStatus Status { get; init; }
}

/// <summary>Whether a value may still change.</summary>
public enum ObservationStatus
{
    Provisional,
    Final,
}
