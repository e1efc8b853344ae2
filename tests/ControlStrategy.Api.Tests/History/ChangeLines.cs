using System.Text.Json;

namespace ControlStrategy.Api.Tests.History;

/// <summary>Changes as lines that people can compare.</summary>
internal static class ChangeLines
{
    public const string Selection = "figure kind measure { code } question { code } area { code } period before { value status } after { value status }";

    public static async Task<List<JsonElement>> ChangesAsync(this RunningApp app, string arguments, string selection) =>
        [.. (await app.DataAsync($"{{ changesSince({arguments}) {{ changes {{ {selection} }} }} }}")).GetProperty("changesSince").GetProperty("changes").EnumerateArray()];

    public static async Task<List<string>> LinesAsync(this RunningApp app, string arguments) => [.. (await app.ChangesAsync(arguments, Selection)).Select(Line)];

    public static string Line(JsonElement change)
    {
        string?[] words =
        [
            Text(change.GetProperty("figure")), Text(change.GetProperty("kind")), Code(change.GetProperty("measure")), Code(change.GetProperty("question")),
            Code(change.GetProperty("area")), Text(change.GetProperty("period")),
        ];
        return $"{string.Join(' ', words.Where(word => word is not null))}: {State(change.GetProperty("before"))} -> {State(change.GetProperty("after"))}";
    }

    private static string? Code(JsonElement noun) => noun.ValueKind == JsonValueKind.Null ? null : Text(noun.GetProperty("code"));

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.ToString();

    private static string State(JsonElement state) => state.ValueKind == JsonValueKind.Null
        ? "nothing"
        : $"{Text(state.GetProperty("value")) ?? "withheld"} {Text(state.GetProperty("status"))}".TrimEnd();
}
