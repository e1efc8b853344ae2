using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;

namespace ControlStrategy.GraphQL.Planning;

/// <summary>Collects what a root field selects, as the GraphQL specification's CollectFields does, all levels at once.</summary>
internal sealed class SelectionReader(GraphQLDocument document, IReadOnlyDictionary<ASTNode, IDictionary<string, DirectiveInfo>>? directives)
{
    private readonly List<GraphQLField> _withArguments = [];

    /// <summary>The fields with arguments, in the order of <see cref="SelectedField.ArgumentsIndex"/>; the root field is the first.</summary>
    public IReadOnlyList<GraphQLField> FieldsWithArguments => _withArguments;

    /// <summary>A root field with all its occurrences in the operation.</summary>
    public SelectedField Read(GraphQLOperationDefinition operation, string responseName, FieldType definition)
    {
        var occurrences = new Dictionary<string, List<GraphQLField>>(StringComparer.Ordinal);
        Collect(operation.SelectionSet, [], occurrences);
        return Field(responseName, occurrences[responseName], definition);
    }

    /// <summary>All root fields of an operation, introspection left out.</summary>
    public IReadOnlyList<SelectedField> ReadAll(GraphQLOperationDefinition operation, IObjectGraphType root)
    {
        var order = new List<string>();
        var occurrences = new Dictionary<string, List<GraphQLField>>(StringComparer.Ordinal);
        Collect(operation.SelectionSet, order, occurrences);
        return [.. order.Where(name => root.GetField(occurrences[name][0].Name.Value) is not null).Select(name => Selected(name, occurrences[name], root))];
    }

    private SelectedField Field(string responseName, List<GraphQLField> occurrences, FieldType definition)
    {
        var hasArguments = definition.Arguments?.Count > 0;
        var index = hasArguments ? _withArguments.Count : -1;
        if (hasArguments) _withArguments.Add(occurrences[0]);
        var selection = definition.ResolvedType!.GetNamedType() is IObjectGraphType type ? Select(occurrences, type) : Selection.Nothing;
        return new SelectedField(responseName, occurrences[0], definition, selection) { ArgumentsIndex = index };
    }

    private Selection Select(List<GraphQLField> parents, IObjectGraphType type)
    {
        var order = new List<string>();
        var occurrences = new Dictionary<string, List<GraphQLField>>(StringComparer.Ordinal);
        foreach (var parent in parents)
        {
            if (parent.SelectionSet is not null)
                Collect(parent.SelectionSet, order, occurrences);
        }
        return new Selection(type.Name, [.. order.Select(name => Selected(name, occurrences[name], type))]);
    }

    private SelectedField Selected(string responseName, List<GraphQLField> occurrences, IObjectGraphType type) =>
        occurrences[0].Name.Value == "__typename"
            ? new SelectedField(responseName, occurrences[0], null, Selection.Nothing)
            : Field(responseName, occurrences, type.GetField(occurrences[0].Name.Value)!);

    private void Collect(GraphQLSelectionSet set, List<string> order, Dictionary<string, List<GraphQLField>> occurrences)
    {
        foreach (var selected in set.Selections)
        {
            if (!IsIncluded((ASTNode)selected)) continue;
            switch (selected)
            {
                case GraphQLField field:
                    Remember(field, order, occurrences);
                    break;
                case GraphQLInlineFragment fragment:
                    Collect(fragment.SelectionSet, order, occurrences);
                    break;
                case GraphQLFragmentSpread spread:
                    Collect(document.FindFragmentDefinition(spread.FragmentName.Name)!.SelectionSet, order, occurrences);
                    break;
            }
        }
    }

    private static void Remember(GraphQLField field, List<string> order, Dictionary<string, List<GraphQLField>> occurrences)
    {
        var name = field.Alias?.Name.StringValue ?? field.Name.StringValue;
        if (!occurrences.TryGetValue(name, out var known))
        {
            occurrences.Add(name, known = []);
            order.Add(name);
        }
        known.Add(field);
    }

    /// <summary>All types here are object types, so only <c>@skip</c> and <c>@include</c> decide.</summary>
    private bool IsIncluded(ASTNode node)
    {
        if (directives is null || !directives.TryGetValue(node, out var given)) return true;
        return !(given.TryGetValue("skip", out var skip) && (bool)skip.Arguments["if"].Value!)
            && !(given.TryGetValue("include", out var include) && !(bool)include.Arguments["if"].Value!);
    }
}
