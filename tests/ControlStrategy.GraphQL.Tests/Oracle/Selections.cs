using GraphQLParser.AST;

namespace ControlStrategy.GraphQL.Tests.Oracle;

/// <summary>A field as it is to be answered: everything that was written under its name, at any place.</summary>
internal sealed record Selected(string ResponseName, GraphQLField Field, List<GraphQLSelectionSet?> Sets)
{
    public string Name => Field.Name.StringValue;
}

/// <summary>Fields in the order they are first met, fragments opened.</summary>
internal sealed class Selections(GraphQLDocument document, Inputs inputs)
{
    public IReadOnlyList<Selected> Collect(IEnumerable<GraphQLSelectionSet?> sets)
    {
        var collected = new List<Selected>();
        foreach (var node in sets.SelectMany(set => set?.Selections ?? []))
            Add(node, collected);
        return collected;
    }

    private void Add(ASTNode node, List<Selected> collected)
    {
        if (!inputs.IsIncluded((IHasDirectivesNode)node)) return;
        if (node is GraphQLField field)
        {
            var name = (field.Alias?.Name ?? field.Name).StringValue;
            if (collected.Find(known => known.ResponseName == name) is { } known) known.Sets.Add(field.SelectionSet);
            else collected.Add(new Selected(name, field, [field.SelectionSet]));
            return;
        }
        foreach (var inner in Opened(node).Selections)
            Add(inner, collected);
    }

    private GraphQLSelectionSet Opened(ASTNode node) => node is GraphQLFragmentSpread spread
        ? document.Definitions.OfType<GraphQLFragmentDefinition>().Single(fragment => fragment.FragmentName.Name.Value == spread.FragmentName.Name.Value).SelectionSet
        : ((GraphQLInlineFragment)node).SelectionSet;
}
