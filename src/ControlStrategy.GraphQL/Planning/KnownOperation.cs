using ControlStrategy.GraphQL.Json;
using ControlStrategy.GraphQL.Schema;
using GraphQL.Types;
using GraphQLParser.AST;

namespace ControlStrategy.GraphQL.Planning;

/// <summary>A root field of an operation.</summary>
/// <param name="ResponseName">Its alias or name.</param>
/// <param name="Syntax">Where it is written.</param>
/// <param name="Definition">Its definition.</param>
internal sealed record PlannedRoot(string ResponseName, GraphQLField Syntax, FieldType Definition);

/// <summary>An operation of a document known to be valid, all of whose root fields the engine answers itself.</summary>
/// <param name="Document">The document.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Roots">Its root fields.</param>
internal sealed record KnownOperation(GraphQLDocument Document, GraphQLOperationDefinition Operation, IReadOnlyList<PlannedRoot> Roots)
{
    /// <summary>Whether every request for it asks the same.</summary>
    public bool IsConstant => Operation.Variables is null or { Count: 0 };

    /// <summary>The names of its root fields as members of the answer.</summary>
    public IReadOnlyList<byte[]> Members { get; } = [.. Roots.Select((root, index) => JsonNames.Member(root.ResponseName, isFirst: index == 0))];

    /// <summary>The plans of a constant operation, once made.</summary>
    public IReadOnlyList<PlannedField>? Constant { get; set; }

    /// <summary>Null where the operation has more in it than plain root fields of the engine: the stock execution knows what to do.</summary>
    public static KnownOperation? Of(GraphQLDocument document, GraphQLOperationDefinition operation, IObjectGraphType query)
    {
        if (operation.Operation != OperationType.Query) return null;
        var roots = new List<PlannedRoot>();
        foreach (var selection in operation.SelectionSet.Selections)
        {
            if (selection is not GraphQLField { Directives: null } field || query.GetField(field.Name.Value) is not { } definition) return null;
            if (FieldMetadata.Find<RootField>(definition) is null) return null;
            var name = field.Alias?.Name.StringValue ?? field.Name.StringValue;
            if (roots.Any(root => root.ResponseName == name)) continue;
            roots.Add(new PlannedRoot(name, field, definition));
        }
        return new KnownOperation(document, operation, roots);
    }
}
