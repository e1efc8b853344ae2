using GraphQLParser.AST;

namespace ControlStrategy.GraphQL.Guarding;

/// <summary>
/// Walks a document with every fragment put where it is used, as far as the limits go: each step takes a field or a visit from a bounded
/// number, so fragments that double, or lead back to themselves, end at a limit.
/// </summary>
internal sealed class ExpandedDocument(EngineLimits limits)
{
    private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments = new(StringComparer.Ordinal);
    private readonly Stack<Step> _pending = new();
    private int _fields;
    private int _visits;

    /// <exception cref="RequestException">The document is over a limit.</exception>
    public void Check(GraphQLDocument document)
    {
        foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>()) _fragments.TryAdd(fragment.FragmentName.Name.StringValue, fragment);
        var unused = _fragments.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var operation in document.Definitions.OfType<GraphQLOperationDefinition>()) Walk(operation.SelectionSet, unused);
        // Validation looks into fragments that nothing uses too.
        foreach (var name in unused.ToArray())
        {
            if (unused.Contains(name)) Walk(_fragments[name].SelectionSet, unused);
        }
    }

    private void Walk(GraphQLSelectionSet set, HashSet<string> unused)
    {
        _pending.Push(new Step(set, ResponsePlace.Root(), null));
        while (_pending.TryPop(out var step))
        {
            foreach (var selection in step.Set.Selections)
            {
                if (selection is GraphQLField field) Field(field, step);
                else if (selection is GraphQLInlineFragment inline) Visit(step with { Set = inline.SelectionSet });
                else if (selection is GraphQLFragmentSpread spread) Spread(spread.FragmentName.Name.StringValue, step, unused);
            }
        }
    }

    private void Field(GraphQLField field, Step step)
    {
        if (++_fields > limits.MaximumFields)
            throw Errors.OverLimit("TOO_MANY_FIELDS", "The document selects more fields", limits.MaximumFields, nameof(EngineLimits.MaximumFields));
        var place = step.Place.Enter(field, limits);
        if (field.SelectionSet is { } inner) _pending.Push(step with { Set = inner, Place = place });
    }

    private void Spread(string name, Step step, HashSet<string> unused)
    {
        unused.Remove(name);
        // Validation names what does not exist.
        if (!_fragments.TryGetValue(name, out var fragment)) return;
        var chain = new FragmentUse(name, (step.Chain?.Length ?? 0) + 1, step.Chain);
        if (chain.IsInsideItself) throw new RequestException("NO_FRAGMENT_CYCLES", $"The fragment '{name}' is used inside itself.");
        if (chain.Length > limits.MaximumFragmentChain)
            throw Errors.OverLimit("FRAGMENT_CHAIN_TOO_LONG", "More fragments stand inside one another", limits.MaximumFragmentChain, nameof(EngineLimits.MaximumFragmentChain));
        Visit(step with { Set = fragment.SelectionSet, Chain = chain });
    }

    private void Visit(Step inner)
    {
        if (++_visits > limits.MaximumFragmentVisits)
            throw Errors.OverLimit("TOO_MANY_FRAGMENTS", "The document's fragments are visited more often", limits.MaximumFragmentVisits, nameof(EngineLimits.MaximumFragmentVisits));
        _pending.Push(inner);
    }

    /// <param name="Set">What is selected.</param>
    /// <param name="Place">Where it goes in the answer.</param>
    /// <param name="Chain">The fragments it stands in.</param>
    private readonly record struct Step(GraphQLSelectionSet Set, ResponsePlace Place, FragmentUse? Chain);

    private sealed record FragmentUse(string Name, int Length, FragmentUse? Outer)
    {
        public bool IsInsideItself
        {
            get
            {
                for (var outer = Outer; outer is not null; outer = outer.Outer)
                {
                    if (outer.Name == Name) return true;
                }
                return false;
            }
        }
    }
}
