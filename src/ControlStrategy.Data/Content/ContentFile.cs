using System.Text.Json;
using System.Text.Json.Serialization;

namespace ControlStrategy.Data.Content;

/// <summary>Reads the files under Content/Files, which are part of the program.</summary>
internal static class ContentFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false) },
    };

    /// <summary>The content of a file, such as <c>areas.json</c>.</summary>
    /// <exception cref="InvalidOperationException">The program has no such file.</exception>
    /// <exception cref="JsonException">The file has a member its shape lacks, or lacks one it needs.</exception>
    public static T Read<T>(string name)
    {
        using var stream = typeof(ContentFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program has no content file {name}.");
        return JsonSerializer.Deserialize<T>(stream, Options)
            ?? throw new InvalidOperationException($"The content file {name} is empty.");
    }
}
