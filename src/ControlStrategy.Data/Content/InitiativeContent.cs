using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Initiatives;
using ControlStrategy.Domain.Strategies;

namespace ControlStrategy.Data.Content;

/// <summary>The items under "How we do this" of every objective, the named campaigns, and their partners.</summary>
internal sealed class InitiativeContent
{
    private readonly StrategyContent _strategy;
    private readonly IReadOnlyDictionary<string, Area> _areas;
    private readonly bool _demonstration;
    private readonly Dictionary<string, Partner> _partners;

    private InitiativeContent(StrategyContent strategy, IReadOnlyDictionary<string, Area> areas, bool demonstration)
    {
        (_strategy, _areas, _demonstration) = (strategy, areas, demonstration);
        _partners = ContentFile.Read<PartnerItem[]>("partners.json")
            .ToDictionary(item => item.Name, item => new Partner { Name = item.Name, Sector = item.Sector });
    }

    /// <summary>Every initiative, each after the one it is listed under, without dates and status.</summary>
    /// <param name="strategy">The strategy that lists them.</param>
    /// <param name="areas">The areas they may run in, by code.</param>
    /// <param name="demonstration">Whether they are to be given demonstration dates and status.</param>
    public static List<Initiative> Read(StrategyContent strategy, IReadOnlyDictionary<string, Area> areas, bool demonstration)
    {
        var content = new InitiativeContent(strategy, areas, demonstration);
        return [.. strategy.Objectives.Values.SelectMany(content.Under)];
    }

    private IEnumerable<Initiative> Under(Objective objective) =>
        ContentFile.Read<InitiativeItem[]>($"initiatives-of-objective-{objective.Number}.json")
            .SelectMany(item => WithCampaigns(item, InitiativeOf(item, objective, parent: null)));

    private IEnumerable<Initiative> WithCampaigns(InitiativeItem item, Initiative initiative) =>
        item.Campaigns.Select(campaign => InitiativeOf(campaign, initiative.Objective, initiative)).Prepend(initiative);

    private Initiative InitiativeOf(InitiativeItem item, Objective objective, Initiative? parent)
    {
        var initiative = new Initiative
        {
            Code = item.Code,
            Name = item.Name,
            Summary = item.Summary,
            Kind = item.Kind,
            LeadUnit = item.LeadUnit,
            Demonstration = _demonstration,
            Objective = objective,
            Parent = parent,
        };
        initiative.Outcomes.AddRange(item.Outcomes.Select(code => _strategy.Outcomes[code]));
        initiative.Priorities.AddRange(item.Priorities.Select(code => _strategy.Priorities[code]));
        initiative.Partners.AddRange(item.Partners.Select(name => _partners[name]));
        initiative.Areas.AddRange(item.Areas.Select(code => _areas[code]));
        return initiative;
    }
}

/// <summary>The shape of an entry of <c>partners.json</c>.</summary>
internal sealed record PartnerItem(string Name, PartnerSector Sector);

/// <summary>The shape of an entry of the files <c>initiatives-of-objective-*.json</c>.</summary>
internal sealed record InitiativeItem(string Code, string Name, string Summary, InitiativeKind Kind)
{
    public string? LeadUnit { get; init; }

    public string[] Outcomes { get; init; } = [];

    public string[] Priorities { get; init; } = [];

    public string[] Partners { get; init; } = [];

    public string[] Areas { get; init; } = [];

    public InitiativeItem[] Campaigns { get; init; } = [];
}
