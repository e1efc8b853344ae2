namespace ControlStrategy.GraphQL.Tests.Oracle;

/// <summary>Random filters and orders, made of whatever the schema's input types offer.</summary>
internal sealed class RandomFilters(SchemaMap schema, RandomValues values)
{
    /// <summary>An input object of any type.</summary>
    public string Object(string type, int depth)
    {
        var offered = schema[type].Members.Where(member => !IsSum(member)).Where(member => depth > 0 || schema[member.BareType].Kind != "INPUT_OBJECT" || IsOperations(member)).ToList();
        var chosen = Enumerable.Range(0, values.Chance(70) ? 1 : values.Chance(80) ? 2 : 0).Select(_ => values.OneOf(offered)).Distinct();
        return "{ " + string.Join(", ", chosen.Select(member => $"{member.Name}: {Value(member, depth)}")) + " }";
    }

    /// <summary>Up to three keys, one of them alone without its brackets at times.</summary>
    public string Order(string type)
    {
        if (values.Chance(20)) return Key(type, 2);
        return "[" + string.Join(", ", Enumerable.Range(0, values.OneOf([0, 1, 1, 2, 3])).Select(_ => Key(type, 2))) + "]";
    }

    private string Key(string type, int depth)
    {
        var member = values.OneOf(schema[type].Members.Where(member => member.Name != "where" && !IsSum(member) && (depth > 0 || schema[member.BareType].Kind == "ENUM")).ToList());
        var filter = schema[type].Members.FirstOrDefault(other => other.Name == "where");
        var where = filter is not null && values.Chance(40) ? $", where: {Object(filter.BareType, 1)}" : "";
        if (schema[member.BareType].Kind != "ENUM") return $"{{ {member.Name}: {Key(member.BareType, depth - 1)}{where} }}";
        return $"{{ {member.Name}: {values.Direction()}{where} }}";
    }

    private string Value(SchemaMember member, int depth)
    {
        var isObject = schema[member.BareType].Kind == "INPUT_OBJECT";
        if (isObject && values.Chance(5)) return "null";
        if (!member.IsList) return isObject ? Object(member.BareType, depth - 1) : values.Scalar(member.BareType);
        var entries = Enumerable.Range(0, values.OneOf([0, 1, 2, 2, 3])).Select(_ => isObject ? Object(member.BareType, depth - 1) : values.Scalar(member.BareType)).ToList();
        // One entry may stand for a list of one.
        return entries.Count == 1 && values.Chance(30) && !entries[0].StartsWith('$') && entries[0] != "null" ? entries[0] : $"[{string.Join(", ", entries)}]";
    }

    /// <summary>Edge values add up to more than a database can hold.</summary>
    private static bool IsSum(SchemaMember member) => member.Name == "sum";

    private static bool IsOperations(SchemaMember member) => member.BareType.EndsWith("OperationFilterInput", StringComparison.Ordinal);
}
