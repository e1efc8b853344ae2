using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Imports;
using ControlStrategy.Domain.Strategies;

namespace ControlStrategy.Domain.Initiatives;

/// <summary>One item of the strategy's "How we do this": a toolkit, forum, programme, campaign and the like.</summary>
public sealed partial class Initiative : IHasRules
{
    /// <summary>Key, unique among initiatives.</summary>
    public int Id { get; private set; }

    /// <summary>Short stable name, unique among initiatives.</summary>
    public required string Code { get; init; }

    /// <summary>Name in the strategy.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, in our own words.</summary>
    public required string Summary { get; init; }

    /// <summary>What sort of thing it is.</summary>
    public required InitiativeKind Kind { get; init; }

    /// <summary>Unit that leads it; none where the source names none.</summary>
    public string? LeadUnit { get; init; }

    /// <summary>How far it has come; none where the source does not say.</summary>
    public InitiativeStatus? Status { get; private set; }

    /// <summary>First day; none where the source states none.</summary>
    public DateOnly? StartsOn { get; private set; }

    /// <summary>Last day, on or after the first; none where open or not stated.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>Whether its dates and status are demonstration data; the initiative itself is real.</summary>
    public bool Demonstration { get; init; }

    /// <summary>Key of the import.</summary>
    public int? ImportId { get; private set; }

    /// <summary>The import that last wrote it; none where it came with the product.</summary>
    public Import? Import { get; init; }

    /// <summary>Key of the objective.</summary>
    public int ObjectiveId { get; private set; }

    /// <summary>The objective it is listed under.</summary>
    public required Objective Objective { get; init; }

    /// <summary>Key of the initiative this one is listed under.</summary>
    public int? ParentId { get; private set; }

    /// <summary>The initiative this one is listed under, as a campaign under the campaigns item.</summary>
    public Initiative? Parent { get; init; }

    /// <summary>The initiatives listed under this one.</summary>
    public List<Initiative> Children { get; } = [];

    /// <summary>The outcomes it serves.</summary>
    public List<Outcome> Outcomes { get; } = [];

    /// <summary>The priorities it serves.</summary>
    public List<Priority> Priorities { get; } = [];

    /// <summary>The organisations that take part.</summary>
    public List<Partner> Partners { get; } = [];

    /// <summary>The areas it runs in.</summary>
    public List<Area> Areas { get; } = [];

    /// <summary>What has to be reached, and by when.</summary>
    public List<Milestone> Milestones { get; } = [];

    /// <summary>What was done under it, day by day.</summary>
    public List<Activity> Activities { get; } = [];
}
