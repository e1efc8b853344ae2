using ControlStrategy.Data;
using ControlStrategy.Domain.Delivery;
using ControlStrategy.Domain.Initiatives;
using ControlStrategy.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Analytics.Delivery;

/// <summary>An initiative of the strategy in force, as far as its place in an answer needs it.</summary>
internal sealed record KnownInitiative(int Id, string Code, int? ParentId, int ObjectiveId)
{
    public required InitiativeStatus? Status { get; init; }

    public required bool Demonstration { get; init; }

    /// <summary>Reads all of them in one statement, by objective and in the strategy's order.</summary>
    public static Task<List<KnownInitiative>> ReadAsync(StrategyContext context, CancellationToken cancellation) => context.Initiatives
        .Where(initiative => initiative.Objective.Strategy.IsCurrent)
        .OrderBy(initiative => initiative.Objective.Number).ThenBy(initiative => initiative.Id)
        .Select(initiative => new KnownInitiative(initiative.Id, initiative.Code, initiative.ParentId, initiative.ObjectiveId)
        {
            Status = initiative.Status,
            Demonstration = initiative.Demonstration,
        })
        .ToListAsync(cancellation);
}

/// <summary>What a delivery is asked for, found in the database.</summary>
/// <param name="ObjectiveIds">Keys of the objectives, by number.</param>
/// <param name="All">The initiatives, by objective and in the strategy's order.</param>
/// <param name="AreaIds">Keys of the areas activities and plans must be in, with their parts; null for everywhere.</param>
internal sealed record AskedInitiatives(IReadOnlyList<int> ObjectiveIds, IReadOnlyList<KnownInitiative> All, IReadOnlyCollection<int>? AreaIds)
{
    /// <summary>Reads them in two statements, with areas in five at most.</summary>
    /// <exception cref="RequestException">UNKNOWN_OBJECTIVE, UNKNOWN_INITIATIVE or UNKNOWN_AREA: there is none of that number or code.</exception>
    public static async Task<AskedInitiatives> ReadAsync(StrategyContext context, DeliveryArguments arguments, CancellationToken cancellation)
    {
        var objectives = await context.Objectives.Where(objective => objective.Strategy.IsCurrent).OrderBy(objective => objective.Number)
            .Select(objective => new { objective.Id, objective.Number }).ToListAsync(cancellation);
        var asked = objectives.Where(objective => arguments.Objective is not { } number || objective.Number == number).Select(objective => objective.Id).ToList();
        if (arguments.Objective is { } unknown && asked.Count == 0)
            throw new RequestException("UNKNOWN_OBJECTIVE", $"The strategy in force has no objective {unknown}. The query objectives lists them.");
        var known = await KnownInitiative.ReadAsync(context, cancellation);
        var places = await AskedPlaces.ReadAsync(context, arguments.Areas, cancellation);
        var named = arguments.Initiatives is { } codes ? Named(known, codes) : null;
        return new AskedInitiatives(
            asked,
            [.. known.Where(initiative => asked.Contains(initiative.ObjectiveId) && named?.Contains(initiative.Id) != false && places.HasPart(initiative.Id))],
            places.AreaIds);
    }

    /// <summary>The initiatives with the statuses that count.</summary>
    /// <param name="demonstration">Which sort of statuses; null for both.</param>
    public IReadOnlyList<StatedInitiative> Stated(bool? demonstration) =>
    [
        .. All.Select(initiative => demonstration is { } wanted && wanted != initiative.Demonstration
            ? new StatedInitiative(initiative.Id, null, false)
            : new StatedInitiative(initiative.Id, initiative.Status, initiative.Demonstration && initiative.Status is not null)),
    ];

    private static HashSet<int> Named(List<KnownInitiative> known, IReadOnlyList<string> codes)
    {
        var byCode = known.ToDictionary(initiative => initiative.Code, initiative => initiative.Id, StringComparer.Ordinal);
        var children = known.ToLookup(initiative => initiative.ParentId, initiative => initiative.Id);
        var open = new Stack<int>(codes.Select(code => byCode.TryGetValue(code, out var id)
            ? id
            : throw new RequestException("UNKNOWN_INITIATIVE", $"The strategy in force has no initiative '{code}'. The query initiatives lists them.")));
        var found = new HashSet<int>();
        while (open.TryPop(out var id))
        {
            if (!found.Add(id)) continue;
            foreach (var child in children[id])
                open.Push(child);
        }
        return found;
    }
}
