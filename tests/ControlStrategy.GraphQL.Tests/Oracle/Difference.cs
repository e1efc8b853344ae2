using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ControlStrategy.GraphQL.Tests.Oracle;

/// <summary>The first difference between an answer and what the oracle expects: values, numbers of entries, names and their order.</summary>
internal sealed class Difference(Cursors cursors)
{
    public string? Find(JsonElement answer, JsonNode? expected, string path = "$")
    {
        if (Cursors.IsExpected(expected))
            return answer.ValueKind == JsonValueKind.String && cursors.Learn(expected!, answer.GetString()!) ? null : $"{path}: a wrong cursor, {answer}";
        return expected switch
        {
            JsonObject members when answer.ValueKind == JsonValueKind.Object => OfObject(answer, members, path),
            JsonArray entries when answer.ValueKind == JsonValueKind.Array => OfArray(answer, entries, path),
            null when answer.ValueKind == JsonValueKind.Null => null,
            JsonValue value when IsSame(answer, value) => null,
            _ => $"{path}: expected {expected?.ToJsonString() ?? "null"}, got {answer.GetRawText()}",
        };
    }

    private string? OfObject(JsonElement answer, JsonObject expected, string path)
    {
        var names = answer.EnumerateObject().Select(member => member.Name).ToList();
        if (!names.SequenceEqual(expected.Select(member => member.Key)))
            return $"{path}: expected members {string.Join(", ", expected.Select(member => member.Key))}, got {string.Join(", ", names)}";
        return answer.EnumerateObject().Select(member => Find(member.Value, expected[member.Name], path + "." + member.Name)).FirstOrDefault(found => found is not null);
    }

    private string? OfArray(JsonElement answer, JsonArray expected, string path)
    {
        if (answer.GetArrayLength() != expected.Count)
            return $"{path}: expected {expected.Count} entries, got {answer.GetArrayLength()}: {answer.GetRawText()} in place of {expected.ToJsonString()}";
        return answer.EnumerateArray().Select((entry, i) => Find(entry, expected[i], $"{path}[{i}]")).FirstOrDefault(found => found is not null);
    }

    private static bool IsSame(JsonElement answer, JsonValue expected) => expected.GetValueKind() switch
    {
        JsonValueKind.String => answer.ValueKind == JsonValueKind.String && answer.GetString() == expected.GetValue<string>(),
        JsonValueKind.Number => answer.ValueKind == JsonValueKind.Number && IsSameNumber(answer.GetRawText(), expected.ToJsonString()),
        var kind => answer.ValueKind == kind,
    };

    /// <summary>As decimals, which are exact; what they cannot hold, as floating numbers.</summary>
    private static bool IsSameNumber(string left, string right)
    {
        if (left == right) return true;
        if (decimal.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out var a) && decimal.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var b) && a != 0)
            return a == b;
        return double.Parse(left, CultureInfo.InvariantCulture).Equals(double.Parse(right, CultureInfo.InvariantCulture));
    }
}
