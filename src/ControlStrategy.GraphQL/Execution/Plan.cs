using System.Data.Common;
using ControlStrategy.GraphQL.Json;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>A way to answer one field for any number of parents in a fixed number of statements.</summary>
internal abstract class Plan
{
    /// <summary>Plans that fill the gaps of this one's objects.</summary>
    public IReadOnlyList<Plan> Children { get; init; } = [];

    /// <summary>The most statements it runs.</summary>
    public int Statements => OwnStatements + Children.Sum(child => child.Statements);

    /// <summary>The statements of this plan without its children's.</summary>
    protected abstract int OwnStatements { get; }

    /// <summary>Fetches everything. Keys are those of the parents; null at the root.</summary>
    /// <exception cref="RequestException">SUM_TOO_LARGE: a sum is beyond what the database can hold.</exception>
    public async Task<Answer> FetchAsync(PlanContext context, IReadOnlyCollection<object>? parentKeys)
    {
        var answer = Begin(context);
        try
        {
            await FillAsync(context, answer, parentKeys);
            await FetchChildrenAsync(context, answer);
            return answer;
        }
        catch (Exception exception)
        {
            answer.Dispose();
            if (exception is DbException && exception.Message.Contains("integer overflow", StringComparison.Ordinal)) throw Errors.SumTooLarge();
            throw;
        }
    }

    /// <summary>The keys for which the first child would be asked, without asking it.</summary>
    public async Task<IReadOnlyCollection<object>> ChildKeysAsync(PlanContext context, IReadOnlyCollection<object>? parentKeys)
    {
        using var answer = Begin(context);
        await FillAsync(context, answer, parentKeys);
        return answer.KeysOf(0);
    }

    /// <summary>Writes what belongs to one parent; its key is null at the root.</summary>
    public abstract void Write(Answer answer, object? parentKey, JsonBuffer json);

    /// <summary>An answer without rows.</summary>
    protected virtual Answer Begin(PlanContext context) => new(views: 1, Children.Count);

    /// <summary>Fetches this plan's own rows.</summary>
    protected abstract Task FillAsync(PlanContext context, Answer answer, IReadOnlyCollection<object>? parentKeys);

    protected async Task FetchChildrenAsync(PlanContext context, Answer answer)
    {
        for (var child = 0; child < Children.Count; child++)
        {
            var keys = answer.KeysOf(child);
            if (keys.Count > 0)
                answer.Children[child] = await Children[child].FetchAsync(context, keys);
        }
    }

    /// <summary>Copies an object's JSON, filling its gaps.</summary>
    protected void Copy(Answer answer, int view, int row, JsonBuffer json)
    {
        var fragments = answer.Views[view];
        var fragment = fragments.All[row];
        var position = fragment.Start;
        for (var i = fragment.FirstGap; i < fragment.EndGap; i++)
        {
            var gap = fragments.Gaps[i];
            json.Raw(fragments.Json.Slice(position, gap.Position));
            Children[gap.Child].Write(answer.Children[gap.Child]!, gap.Key, json);
            position = gap.Position;
        }
        json.Raw(fragments.Json.Slice(position, fragment.End));
    }
}
