using System.Text.Json;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace ControlStrategy.GraphQL.Exporting;

/// <summary>Reads values of variables that come as text, such as from a command line, by the types the operation declares.</summary>
internal sealed class VariableTexts(ISchema schema, IGraphQLTextSerializer serializer)
{
    /// <exception cref="RequestException">The operation has no such variable.</exception>
    public Dictionary<string, object?> Read(GraphQLDocument document, string? operationName, IReadOnlyDictionary<string, string> texts)
    {
        var operation = document.Definitions.OfType<GraphQLOperationDefinition>()
            .FirstOrDefault(candidate => operationName is null || candidate.Name?.StringValue == operationName);
        var types = (operation?.Variables?.Items ?? []).ToDictionary(variable => variable.Variable.Name.StringValue, variable => variable.Type, StringComparer.Ordinal);
        return texts.ToDictionary(text => text.Key, text => types.TryGetValue(text.Key, out var type) ? Value(type, text.Value) : throw Errors.UnknownVariable(text.Key, types.Keys));
    }

    /// <summary>A text that is not what its type wants is passed on, to be refused with the type's name.</summary>
    private object? Value(GraphQLType type, string text)
    {
        if (!IsJson(type, text)) return text;
        try
        {
            using var checkedJson = JsonDocument.Parse(text);
            return serializer.Deserialize<Inputs>($"{{\"value\":{text}}}")!["value"];
        }
        catch (JsonException)
        {
            return text;
        }
    }

    /// <summary>Numbers, lists and objects are written as JSON; texts, days and enum values as they are.</summary>
    private bool IsJson(GraphQLType type, string text) => type switch
    {
        GraphQLNonNullType required => IsJson(required.Type, text),
        GraphQLListType list => text.StartsWith('[') || IsJson(list.Type, text),
        GraphQLNamedType named => schema.AllTypes[named.Name.Value] is IInputObjectGraphType or IntGraphType or FloatGraphType or LongGraphType or DecimalGraphType or BooleanGraphType,
        _ => false,
    };
}
