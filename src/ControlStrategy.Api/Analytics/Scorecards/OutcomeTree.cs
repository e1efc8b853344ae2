using ControlStrategy.Data;
using ControlStrategy.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Analytics.Scorecards;

/// <summary>All outcomes as a tree, in the order of their codes.</summary>
internal sealed class OutcomeTree
{
    private readonly List<Known> _outcomes;
    private readonly Dictionary<int, int?> _parents;

    private OutcomeTree(List<Known> outcomes)
    {
        _outcomes = outcomes;
        _parents = outcomes.ToDictionary(outcome => outcome.Id, outcome => outcome.ParentId);
    }

    /// <summary>Keys of all outcomes.</summary>
    public IEnumerable<int> Ids => _outcomes.Select(outcome => outcome.Id);

    /// <summary>Reads the outcomes in one statement.</summary>
    public static async Task<OutcomeTree> ReadAsync(StrategyContext context, CancellationToken cancellation) => new(await context.Outcomes
        .OrderBy(outcome => outcome.Code)
        .Select(outcome => new Known(outcome.Id, outcome.Code, outcome.ParentId))
        .ToListAsync(cancellation));

    /// <summary>Keys of an outcome and of all outcomes below it.</summary>
    /// <exception cref="RequestException">UNKNOWN_OUTCOME: there is none of that code.</exception>
    public IReadOnlyCollection<int> WithParts(string code)
    {
        var top = _outcomes.Find(outcome => outcome.Code == code)
            ?? throw new RequestException("UNKNOWN_OUTCOME", $"There is no outcome '{code}'. The query outcomes lists them.");
        return [.. Ids.Where(id => IsWithin(id, top.Id))];
    }

    /// <summary>Whether an outcome is another one, or below it.</summary>
    public bool IsWithin(int outcomeId, int topId)
    {
        int? at = outcomeId;
        while (at is { } id && id != topId)
            at = _parents[id];
        return at is not null;
    }

    private sealed record Known(int Id, string Code, int? ParentId);
}
