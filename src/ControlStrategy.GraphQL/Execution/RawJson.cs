using System.Text.Json;
using System.Text.Json.Serialization;
using ControlStrategy.GraphQL.Json;

namespace ControlStrategy.GraphQL.Execution;

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
