using System.Globalization;

namespace ControlStrategy.Reporting.Definitions;

/// <summary>Reads the text of a `report.yml`.</summary>
internal static class ReportDefinitionReader
{
    public static ReportDefinition Read(ReportFolder folder, string yaml)
    {
        var map = DefinitionMap.Parse($"{folder.Name}/report.yml", yaml);
        map.Only(
            "name", "version", "title", "audience", "status", "officialSources", "requires", "contact", "attribution",
            "parameters", "operations", "cover", "sheets", "notes", "definitions");
        var scope = new DefinitionScope(NamesOf(map, "parameters"), NamesOf(map, "operations"));
        return new ReportDefinition
        {
            Name = NameOf(map, folder),
            Version = Version(map),
            Title = ReportText.Parse(map.Text("title"), scope),
            Audience = map.Text("audience").Value,
            Status = map.Choice("status", ReportStatus.Choices),
            OfficialSources = map.Has("officialSources") ? [.. map.Texts("officialSources").Select(source => source.Value)] : [],
            Requires = map.Has("requires") ? Required(map.Map("requires"), scope) : null,
            Contact = map.Text("contact").Value,
            Attribution = map.OptionalText("attribution")?.Value,
            Parameters = [.. Maps(map, "parameters").Select(parameter => ParameterReader.Read(parameter, scope))],
            Operations = [.. map.Maps("operations").Select(operation => OperationReader.Read(operation, folder, scope))],
            Cover = [.. Maps(map, "cover").Select(fact => Labelled(fact, scope))],
            Sheets = [.. map.Maps("sheets").Select(sheet => SheetReader.Read(sheet, scope))],
            Notes = [.. Maps(map, "notes").Select(note => Labelled(note, scope))],
            Definitions = SheetReader.ReadGlossary(map.Map("definitions"), scope),
            Sha256 = OperationDefinition.Sha256Of(yaml),
        };
    }

    private static IReadOnlyList<DefinitionMap> Maps(DefinitionMap map, string key) => map.Has(key) ? map.Maps(key) : [];

    private static List<string> NamesOf(DefinitionMap map, string key)
    {
        var names = new List<string>();
        foreach (var text in Maps(map, key).Select(entry => entry.Text("name")))
        {
            if (AnswerPath.Parse(text).Fields.Count > 1)
                throw DefinitionMap.Mistake(text.Place, $"'{text.Value}' is not a name: letters and digits, no dots");
            if (names.Contains(text.Value, StringComparer.Ordinal))
                throw DefinitionMap.Mistake(text.Place, $"'{text.Value}' stands twice");
            names.Add(text.Value);
        }

        return names;
    }

    private static string NameOf(DefinitionMap map, ReportFolder folder)
    {
        var name = map.Text("name");
        return name.Value == folder.Name
            ? name.Value
            : throw DefinitionMap.Mistake(name.Place, $"the name is the folder's: '{folder.Name}', not '{name.Value}'");
    }

    private static int Version(DefinitionMap map)
    {
        var text = map.Text("version");
        return int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0
            ? version
            : throw DefinitionMap.Mistake(text.Place, "a version is a whole number from 1");
    }

    private static RequiredFigure Required(DefinitionMap map, DefinitionScope scope)
    {
        map.Only("rows", "value");
        return new RequiredFigure(scope.RequireOperation(AnswerPath.Parse(map.Text("rows"))), AnswerPath.Parse(map.Text("value")));
    }

    private static LabelledText Labelled(DefinitionMap map, DefinitionScope scope)
    {
        map.Only("label", "text");
        return new LabelledText(map.Text("label").Value, ReportText.Parse(map.Text("text"), scope));
    }
}
