using System.Text.Json;
using System.Text.Json.Serialization;
using ControlStrategy.GraphQL.Json;
using ControlStrategy.GraphQL.Planning;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>A root field answered as finished JSON, although its type is an object.</summary>
internal sealed class PlannedNode(ExecutionNode parent, IGraphType type, GraphQLField field, FieldType definition)
    : ExecutionNode(parent, type, field, definition, null)
{
    public PlannedField? Planned { get; set; }

    public override object? ToValue() => Result;
}

/// <summary>JSON already written.</summary>
internal sealed class RawJson(JsonBuffer json)
{
    public JsonBuffer Json => json;
}

/// <summary>Copies finished JSON into the response and gives its memory back.</summary>
internal sealed class RawJsonConverter : JsonConverter<RawJson>
{
    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options)
    {
        writer.WriteRawValue(value.Json.Written, skipInputValidation: true);
        value.Json.Dispose();
    }
}
