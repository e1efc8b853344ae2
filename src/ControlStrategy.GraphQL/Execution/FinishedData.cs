using System.Text.Json;
using System.Text.Json.Serialization;
using ControlStrategy.GraphQL.Json;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>A root field's answer.</summary>
/// <param name="ResponseName">Its alias or name.</param>
/// <param name="Member">The same as a member of an object, with a comma before all but the first.</param>
/// <param name="Value">Its JSON; null where it failed.</param>
internal readonly record struct FinishedField(string ResponseName, byte[] Member, JsonBuffer? Value);

/// <summary>The <c>data</c> of an answer as JSON already written; gives its memory back when it was copied.</summary>
internal sealed class FinishedData(IReadOnlyList<FinishedField> fields) : IDisposable
{
    public IReadOnlyList<FinishedField> Fields => fields;

    public void Dispose()
    {
        foreach (var field in fields)
            field.Value?.Dispose();
    }
}

/// <summary>Copies finished data into a response that has errors too.</summary>
internal sealed class FinishedDataConverter : JsonConverter<FinishedData>
{
    public override FinishedData Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, FinishedData value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, _, json) in value.Fields)
        {
            writer.WritePropertyName(name);
            if (json is null) writer.WriteNullValue();
            else writer.WriteRawValue(json.Written, skipInputValidation: true);
        }
        writer.WriteEndObject();
        value.Dispose();
    }
}
