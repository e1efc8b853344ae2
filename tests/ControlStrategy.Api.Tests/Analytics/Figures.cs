using System.Text.Json;

namespace ControlStrategy.Api.Tests.Analytics;

/// <summary>Reads figures out of answers.</summary>
internal static class Figures
{
    private static readonly JsonSerializerOptions OneMemberALine = new() { WriteIndented = true };

    /// <summary>What lies at the end of a path, such as <c>change.pValue</c>.</summary>
    public static JsonElement At(this JsonElement element, string path) =>
        path.Split('.').Aggregate(element, (at, name) => int.TryParse(name, out var place) ? at[place] : at.GetProperty(name));

    /// <summary>The number at the end of a path; null where there is none.</summary>
    public static double? Number(this JsonElement element, string path) => element.At(path).Deserialize<double?>();

    /// <summary>The number, rounded.</summary>
    public static double? Number(this JsonElement element, string path, int decimals) => element.Number(path) is { } number ? Math.Round(number, decimals) : null;

    /// <summary>The text at the end of a path; null where there is none.</summary>
    public static string? Text(this JsonElement element, string path) => element.At(path).GetString();

    /// <summary>The entries of a list.</summary>
    public static List<JsonElement> Entries(this JsonElement element, string path) => [.. element.At(path).EnumerateArray()];

    /// <summary>The whole of it as text that people can review.</summary>
    public static string Indented(this JsonElement element) => JsonSerializer.Serialize(element, OneMemberALine);

    /// <summary>Code of the first error of an answer.</summary>
    public static string? ErrorCode(this JsonElement answer) => answer.Text("errors.0.extensions.code");
}
