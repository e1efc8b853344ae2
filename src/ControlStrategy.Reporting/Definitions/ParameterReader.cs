namespace ControlStrategy.Reporting.Definitions;

/// <summary>Reads an entry of `parameters`.</summary>
internal static class ParameterReader
{
    private static readonly Dictionary<string, bool> TruthValues = new(StringComparer.Ordinal) { ["true"] = true, ["false"] = false };

    public static ParameterDefinition Read(DefinitionMap map, DefinitionScope scope)
    {
        map.Only("name", "type", "required", "default", "description", "unknownWhenNull");
        var parameter = new ParameterDefinition
        {
            Name = map.Text("name").Value,
            Type = map.Choice("type", ParameterDefinition.TypeNames),
            IsRequired = map.Choice("required", TruthValues),
            Default = map.OptionalText("default")?.Value,
            Description = map.Text("description").Value,
            UnknownWhenNull = map.OptionalText("unknownWhenNull") is { } path ? scope.RequireOperation(AnswerPath.Parse(path)) : null,
        };
        CheckDefault(parameter, map);
        return parameter;
    }

    private static void CheckDefault(ParameterDefinition parameter, DefinitionMap map)
    {
        var mayLackValue = parameter is { Type: ParameterType.Moment, IsRequired: false };
        if (parameter.IsRequired != (parameter.Default is null) && !mayLackValue)
            throw DefinitionMap.Mistake(map.Text("required").Place, "a parameter is either required or has a default");
        try
        {
            if (parameter.Default is not null)
                parameter.Read(parameter.Default);
        }
        catch (ReportParameterException exception)
        {
            throw DefinitionMap.Mistake(map.Text("default").Place, exception.Message);
        }
    }
}
