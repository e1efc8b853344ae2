using GraphQLParser.AST;

namespace ControlStrategy.GraphQL.Guarding;

/// <summary>Counts what stands in a document as it is written, each fragment once.</summary>
internal sealed class WrittenDocument(EngineLimits limits)
{
    private readonly Stack<GraphQLSelectionSet> _pending = new();
    private int _fragments;
    private int _spreads;
    private int _aliases;
    private int _directives;

    /// <exception cref="RequestException">The document is over a limit.</exception>
    public void Check(GraphQLDocument document)
    {
        foreach (var definition in document.Definitions)
        {
            Definition(definition);
            while (_pending.TryPop(out var set))
            {
                foreach (var selection in set.Selections) Selected((ASTNode)selection);
            }
        }
    }

    private void Definition(ASTNode definition)
    {
        if (definition is IHasDirectivesNode directed) Directives(directed);
        switch (definition)
        {
            case GraphQLOperationDefinition operation:
                foreach (var variable in operation.Variables?.Items ?? []) Directives(variable);
                _pending.Push(operation.SelectionSet);
                break;
            case GraphQLFragmentDefinition fragment:
                Require(++_fragments, limits.MaximumFragments, "TOO_MANY_FRAGMENTS", "The document has more fragments", nameof(EngineLimits.MaximumFragments));
                _pending.Push(fragment.SelectionSet);
                break;
        }
    }

    private void Selected(ASTNode selection)
    {
        Directives((IHasDirectivesNode)selection);
        if (selection is GraphQLFragmentSpread)
            Require(++_spreads, limits.MaximumFragmentSpreads, "TOO_MANY_FRAGMENTS", "The document uses fragments more often", nameof(EngineLimits.MaximumFragmentSpreads));
        if (selection is GraphQLField { Alias: not null })
            Require(++_aliases, limits.MaximumAliases, "TOO_MANY_ALIASES", "The document has more aliases", nameof(EngineLimits.MaximumAliases));
        if ((selection as IHasSelectionSetNode)?.SelectionSet is { } inner) _pending.Push(inner);
    }

    private void Directives(IHasDirectivesNode place)
    {
        if (place.Directives is not { } directives) return;
        Require(directives.Count, limits.MaximumDirectivesPerPlace, "TOO_MANY_DIRECTIVES", "A place in the document has more directives", nameof(EngineLimits.MaximumDirectivesPerPlace));
        _directives += directives.Count;
        Require(_directives, limits.MaximumDirectives, "TOO_MANY_DIRECTIVES", "The document has more directives", nameof(EngineLimits.MaximumDirectives));
    }

    private static void Require(int count, int limit, string code, string what, string setting)
    {
        if (count > limit) throw Errors.OverLimit(code, what, limit, setting);
    }
}
