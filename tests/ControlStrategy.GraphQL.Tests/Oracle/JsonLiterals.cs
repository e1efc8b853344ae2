using System.Text.Json.Nodes;
using GraphQLParser;
using GraphQLParser.AST;

namespace ControlStrategy.GraphQL.Tests.Oracle;

/// <summary>A literal of GraphQL as a client would give it in a variable: as JSON.</summary>
internal static class JsonLiterals
{
    /// <summary>The literal as the oracle reads it and as it travels.</summary>
    public static (object? Value, JsonNode? Json) Of(string literal)
    {
        var operation = Parser.Parse($"{{ f(a: {literal}) }}").Definitions.OfType<GraphQLOperationDefinition>().Single();
        var value = ((GraphQLField)operation.SelectionSet.Selections[0]).Arguments!.Items.Single().Value;
        return (Inputs.Constant(value), Json(value));
    }

    private static JsonNode? Json(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text => text.Value.ToString(),
        GraphQLEnumValue constant => constant.Name.StringValue,
        GraphQLBooleanValue truth => truth.BoolValue,
        GraphQLIntValue number => JsonNode.Parse(number.Value.ToString()),
        GraphQLFloatValue number => JsonNode.Parse(number.Value.ToString()),
        GraphQLListValue list => new JsonArray([.. (list.Values ?? []).Select(Json)]),
        GraphQLObjectValue members => new JsonObject((members.Fields ?? []).Select(member => KeyValuePair.Create(member.Name.StringValue, Json(member.Value)))),
        _ => throw new NotSupportedException(value.GetType().Name),
    };
}
