using System.Globalization;
using System.Text.Json;

namespace ControlStrategy.Reporting.Definitions;

/// <summary>The way from one JSON object to a value below it, by field names and places in lists: `measure.code`, `areas.nodes.0`.</summary>
/// <param name="Fields">The names and places, at least one.</param>
/// <param name="Place">Where the path stands in the definition.</param>
public sealed record AnswerPath(IReadOnlyList<string> Fields, DefinitionPlace Place)
{
    internal static AnswerPath Parse(DefinitionText text)
    {
        var fields = text.Value.Split('.');
        return IsName(fields[0]) && fields.Skip(1).All(field => IsName(field) || IsPlace(field))
            ? new AnswerPath(fields, text.Place)
            : throw DefinitionMap.Mistake(text.Place, $"'{text.Value}' is not a path: names joined by dots, such as measure.code");
    }

    /// <summary>The path without its first name: where that is an operation, the way through its answer.</summary>
    internal AnswerPath Below() => this with { Fields = [.. Fields.Skip(1)] };

    /// <summary>The value at the path. Null where an object on the way, or the value, is null.</summary>
    /// <exception cref="ReportDefinitionException">A field on the way was not asked for by the operation.</exception>
    internal JsonElement? Find(JsonElement start)
    {
        var current = start;
        foreach (var field in Fields)
        {
            if (current.ValueKind == JsonValueKind.Null)
                return null;
            if (current.ValueKind == JsonValueKind.Array && int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
            {
                if (place >= current.GetArrayLength())
                    return null;
                current = current[place];
                continue;
            }

            if (current.ValueKind != JsonValueKind.Object || !current.TryGetProperty(field, out current))
                throw new ReportDefinitionException(Place, $"the answer has no '{field}' on the way of '{this}'");
        }

        return current.ValueKind == JsonValueKind.Null ? null : current;
    }

    /// <summary>The path as written.</summary>
    public override string ToString() => string.Join('.', Fields);

    private static bool IsPlace(string text) => text.Length is > 0 and < 5 && text.All(char.IsAsciiDigit);

    private static bool IsName(string text) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
}
