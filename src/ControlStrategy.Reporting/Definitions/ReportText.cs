namespace ControlStrategy.Reporting.Definitions;

/// <summary>
/// A text with placeholders: `{period}` is a parameter, `{place.area.name}` a value from the answer of the operation `place`.
/// </summary>
/// <param name="Source">The text as written.</param>
/// <param name="Parts">The text in parts: literal text, or the path of a placeholder.</param>
public sealed record ReportText(string Source, IReadOnlyList<ReportTextPart> Parts)
{
    internal static ReportText Parse(DefinitionText text, DefinitionScope scope)
    {
        var parts = new List<ReportTextPart>();
        var rest = text.Value.AsSpan();
        while (rest.IndexOfAny('{', '}') is var open and >= 0)
        {
            var length = rest[open] == '{' ? rest[(open + 1)..].IndexOf('}') : -1;
            if (length < 0)
                throw DefinitionMap.Mistake(text.Place, "a placeholder is written {name}: one brace stands alone");
            if (open > 0)
                parts.Add(new(rest[..open].ToString(), null));
            parts.Add(new(null, Placeholder(rest.Slice(open + 1, length).ToString(), text, scope)));
            rest = rest[(open + length + 2)..];
        }

        if (rest.Length > 0)
            parts.Add(new(rest.ToString(), null));
        return new ReportText(text.Value, parts);
    }

    /// <summary>The text with each placeholder replaced.</summary>
    internal string Fill(Func<AnswerPath, string> valueOf) =>
        string.Concat(Parts.Select(part => part.Literal ?? valueOf(part.Placeholder!)));

    private static AnswerPath Placeholder(string name, DefinitionText text, DefinitionScope scope)
    {
        var path = AnswerPath.Parse(text with { Value = name });
        scope.RequirePlaceholder(path);
        return path;
    }
}

/// <summary>A part of a text: exactly one of the two is set.</summary>
/// <param name="Literal">Text that stands as it is.</param>
/// <param name="Placeholder">One name: a parameter. More: an operation, then the way to a value of its answer.</param>
public sealed record ReportTextPart(string? Literal, AnswerPath? Placeholder);
