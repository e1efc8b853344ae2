using System.Globalization;

namespace ControlStrategy.Reporting.Definitions;

/// <summary>Reads an entry of `operations`, with the file it names.</summary>
internal static class OperationReader
{
    public static OperationDefinition Read(DefinitionMap map, ReportFolder folder, DefinitionScope scope)
    {
        map.Only("name", "file", "operation", "variables");
        var file = FileOf(map, folder);
        return new OperationDefinition
        {
            Name = map.Text("name").Value,
            File = file,
            Text = folder.Read(file),
            OperationName = map.OptionalText("operation")?.Value,
            Variables = map.Has("variables") ? Variables(map.Map("variables"), scope) : [],
        };
    }

    private static string FileOf(DefinitionMap map, ReportFolder folder)
    {
        var file = map.Text("file");
        // Only files of the report's own folder: a definition reads nothing else of the machine.
        if (file.Value != Path.GetFileName(file.Value) || !file.Value.EndsWith(".graphql", StringComparison.Ordinal))
            throw DefinitionMap.Mistake(file.Place, "an operation's file is a .graphql file in the report's own folder");
        return folder.Holds(file.Value)
            ? file.Value
            : throw DefinitionMap.Mistake(file.Place, $"there is no file '{file.Value}' in the report's folder");
    }

    private static Dictionary<string, VariableValue> Variables(DefinitionMap map, DefinitionScope scope) =>
        map.Keys().ToDictionary(
            name => name,
            name => map.IsList(name)
                ? new VariableValue(null, null, [.. map.Texts(name).Select(text => Variable(text, scope))])
                : Variable(map.Text(name), scope),
            StringComparer.Ordinal);

    private static VariableValue Variable(DefinitionText text, DefinitionScope scope)
    {
        var parts = ReportText.Parse(text, scope).Parts;
        return parts switch
        {
            [{ Literal: { } literal }] => new VariableValue(text.IsPlain ? Typed(literal) : literal, null, null),
            [{ Placeholder.Fields: [var parameter] }] => new VariableValue(null, parameter, null),
            _ => throw DefinitionMap.Mistake(text.Place, "a variable is one parameter, as \"{name}\", or a constant"),
        };
    }

    private static object Typed(string literal) => literal switch
    {
        "true" => true,
        "false" => false,
        _ => long.TryParse(literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : literal,
    };
}
