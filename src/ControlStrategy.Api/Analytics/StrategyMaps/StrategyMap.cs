using ControlStrategy.Api.Analytics.Delivery;
using ControlStrategy.Api.Analytics.Scorecards;
using ControlStrategy.Domain.Strategies;
using ControlStrategy.GraphQL.Records;

namespace ControlStrategy.Api.Analytics.StrategyMaps;

/// <summary>
/// The strategy as a graph: objectives, the initiatives that serve them, the outcomes these are for, and the measures of the outcomes, each
/// with its state. That a link is drawn says what something is meant for, not that it worked.
/// </summary>
public sealed record StrategyMap
{
    /// <summary>The period as it is written.</summary>
    public required string Period { get; init; }

    /// <summary>The day on which the work is looked at.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The moment whose knowledge the figures are; none for now.</summary>
    public required DateTimeOffset? AsAt { get; init; }

    /// <summary>When the newest of the observations, populations and targets read for it was recorded; none where nothing was found.</summary>
    public required DateTimeOffset? DataAsAt { get; init; }

    /// <summary>Where the observations read for it come from, each source once.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Whether any of those observations is provisional.</summary>
    public required bool Provisional { get; init; }

    /// <summary>The objectives of the strategy in force, by number, with how their work stood.</summary>
    public required IReadOnlyList<ObjectiveDelivery> Objectives { get; init; }

    /// <summary>Their initiatives, with how their work stood.</summary>
    public required IReadOnlyList<InitiativeDelivery> Initiatives { get; init; }

    /// <summary>All outcomes, by code, with how many of their measures are in which state.</summary>
    public required IReadOnlyList<OutcomeNode> Outcomes { get; init; }

    /// <summary>All measures, with their figures.</summary>
    public required IReadOnlyList<ScorecardRow> Measures { get; init; }

    /// <summary>What is linked with what.</summary>
    public required IReadOnlyList<StrategyLink> Links { get; init; }
}

/// <summary>An outcome on the map.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="State">The states of its measures, and of those of the outcomes below it; none where it has no measures.</param>
public sealed record OutcomeNode(EntityKey<Outcome> Outcome, OutcomeState? State);

/// <summary>A link of the map, from what is further from the figures to what is nearer.</summary>
/// <param name="Kind">What it links.</param>
/// <param name="From">Where it begins: the number of an objective, the code of an initiative or of an outcome.</param>
/// <param name="To">Where it ends: the code of an initiative, of an outcome or of a measure.</param>
public sealed record StrategyLink(StrategyLinkKind Kind, string From, string To);

/// <summary>What a link of the map links.</summary>
public enum StrategyLinkKind
{
    /// <summary>An objective with an initiative that serves it.</summary>
    ObjectiveInitiative,

    /// <summary>An initiative with one listed under it.</summary>
    InitiativePart,

    /// <summary>An initiative with an outcome it is for.</summary>
    InitiativeOutcome,

    /// <summary>An outcome with one below it.</summary>
    OutcomePart,

    /// <summary>An outcome with a measure of it.</summary>
    OutcomeMeasure,
}
