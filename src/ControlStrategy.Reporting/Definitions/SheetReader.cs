namespace ControlStrategy.Reporting.Definitions;

/// <summary>Reads an entry of `sheets`, and `definitions`.</summary>
internal static class SheetReader
{
    public static SheetDefinition Read(DefinitionMap map, DefinitionScope scope)
    {
        map.Only("name", "title", "introduction", "source", "columns", "emphasise", "demonstration", "charts");
        var columns = Columns(map, scope);
        return new SheetDefinition
        {
            Name = ReportText.Parse(map.Text("name"), scope),
            Title = ReportText.Parse(map.Text("title"), scope),
            Introduction = map.Has("introduction") ? [.. map.Texts("introduction").Select(text => ReportText.Parse(text, scope))] : [],
            Source = scope.RequireOperation(AnswerPath.Parse(map.Text("source"))),
            Columns = columns,
            Emphasis = map.Has("emphasise") ? Emphasis(map.Map("emphasise")) : null,
            Demonstration = map.OptionalText("demonstration") is { } demonstration ? AnswerPath.Parse(demonstration) : null,
            Charts = map.Has("charts") ? [.. map.Maps("charts").Select(chart => ChartReader.Read(chart, scope, columns))] : [],
        };
    }

    public static GlossaryDefinition ReadGlossary(DefinitionMap map, DefinitionScope scope)
    {
        map.Only("path", "key", "demonstration", "columns");
        return new GlossaryDefinition(
            AnswerPath.Parse(map.Text("path")),
            AnswerPath.Parse(map.Text("key")),
            map.OptionalText("demonstration") is { } path ? AnswerPath.Parse(path) : null,
            Columns(map, scope));
    }

    private static List<ColumnDefinition> Columns(DefinitionMap map, DefinitionScope scope)
    {
        var columns = new List<ColumnDefinition>();
        foreach (var entry in map.Maps("columns"))
        {
            var column = Column(entry, scope);
            if (columns.Exists(other => other.Unit == column.Unit && IsSame(other.Header.Source, column.Header.Source)))
                throw DefinitionMap.Mistake(entry.Text("header").Place, "two columns of a table have the same header and unit");
            columns.Add(column);
        }

        return columns;
    }

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static ColumnDefinition Column(DefinitionMap map, DefinitionScope scope)
    {
        map.Only("header", "unit", "path", "reason", "format");
        return new ColumnDefinition
        {
            Header = ReportText.Parse(map.Text("header"), scope),
            Unit = map.OptionalText("unit")?.Value,
            Path = AnswerPath.Parse(map.Text("path")),
            Reason = map.OptionalText("reason") is { } reason ? AnswerPath.Parse(reason) : null,
            Format = map.Choice("format", CellFormat.All),
        };
    }

    private static EmphasisDefinition Emphasis(DefinitionMap map)
    {
        map.Only("path", "values");
        return new EmphasisDefinition(AnswerPath.Parse(map.Text("path")), [.. map.Texts("values").Select(text => text.Value)]);
    }
}
