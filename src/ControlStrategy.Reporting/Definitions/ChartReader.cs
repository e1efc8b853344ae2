using ControlStrategy.Reporting.Layout;

namespace ControlStrategy.Reporting.Definitions;

/// <summary>Reads an entry of a sheet's `charts`.</summary>
internal static class ChartReader
{
    // More series than colours, dashes and markers can tell apart.
    private const int MostSeries = 5;

    internal static IReadOnlyDictionary<string, ChartKind> Kinds { get; } =
        Enum.GetValues<ChartKind>().ToDictionary(kind => $"{kind}".ToLowerInvariant(), StringComparer.Ordinal);

    public static ChartDefinition Read(DefinitionMap map, DefinitionScope scope, IReadOnlyList<ColumnDefinition> columns)
    {
        map.Only("kind", "title", "category", "values");
        var values = map.Texts("values");
        if (values.Count > MostSeries)
            throw DefinitionMap.Mistake(values[MostSeries].Place, $"a chart has at most {MostSeries} series");
        int[] drawn = [.. values.Select(text => Numbers(text, columns))];
        if (drawn.FirstOrDefault(place => columns[place].Unit != columns[drawn[0]].Unit || columns[place].Format.Divisor != columns[drawn[0]].Format.Divisor, -1) is >= 0 and var other)
            throw DefinitionMap.Mistake(values[Array.IndexOf(drawn, other)].Place, "a chart has one unit, and this column has another than the first");
        return new ChartDefinition(map.Choice("kind", Kinds), ReportText.Parse(map.Text("title"), scope), Texts(map.Text("category"), columns), drawn, columns[drawn[0]].Unit);
    }

    private static int Numbers(DefinitionText path, IReadOnlyList<ColumnDefinition> columns) => Column(path, columns) is var place && columns[place].Format.IsNumber
        ? place
        : throw DefinitionMap.Mistake(path.Place, $"the column of '{path.Value}' holds texts, where a chart needs numbers");

    private static int Texts(DefinitionText path, IReadOnlyList<ColumnDefinition> columns) => Column(path, columns) is var place && !columns[place].Format.IsNumber
        ? place
        : throw DefinitionMap.Mistake(path.Place, $"the column of '{path.Value}' holds numbers, where categories have names");

    private static int Column(DefinitionText path, IReadOnlyList<ColumnDefinition> columns)
    {
        for (var place = 0; place < columns.Count; place++)
        {
            if (columns[place].Path.ToString() == path.Value) return place;
        }
        throw DefinitionMap.Mistake(path.Place, $"no column of the table has the path '{path.Value}'; there are: {string.Join(", ", columns.Select(column => column.Path))}");
    }
}
