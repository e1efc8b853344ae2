using ControlStrategy.GraphQL.Filtering;
using GraphQL.Types;

namespace ControlStrategy.GraphQL.Schema;

/// <summary>The scalar, the enum and the comparisons that belong to a C# value type.</summary>
internal sealed class ScalarTypes(TypeRegistry registry)
{
    private static readonly string[] Comparisons = ["gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"];
    private static readonly string[] TextComparisons = ["contains", "ncontains", "startsWith", "nstartsWith", "endsWith", "nendsWith"];
    private readonly Dictionary<Type, ScalarGraphType> _scalars = [];

    public static bool IsScalar(Type type) => type.IsEnum || Create(type) is not null;

    public ScalarGraphType Of(Type type)
    {
        if (_scalars.TryGetValue(type, out var known)) return known;
        var scalar = type.IsEnum
            ? EnumOf(type)
            : Create(type) ?? throw new NotSupportedException($"The schema has no scalar for {type.Name}.");
        if (scalar is not (StringGraphType or IntGraphType or FloatGraphType or BooleanGraphType))
            registry.Add(scalar);
        return _scalars[type] = scalar;
    }

    /// <summary>The input type with the comparisons of a value type.</summary>
    public IGraphType OperationsOf(Type type)
    {
        var scalar = Of(type);
        var name = scalar.Name + "OperationFilterInput";
        if (registry.TryGet(name, out var known)) return known;
        var operations = registry.Add(new InputObjectGraphType { Name = name, Description = $"Comparisons of a {scalar.Name}; all that are given must hold." });
        if (type == typeof(string))
        {
            foreach (var combiner in new[] { "and", "or" })
                operations.AddField(new FieldType { Name = combiner, Description = Texts.Operator(combiner), ResolvedType = TypeRegistry.ListOf(name) });
        }
        foreach (var comparison in ComparisonsOf(type))
            operations.AddField(new FieldType { Name = comparison, Description = Texts.Operator(comparison), ResolvedType = comparison is "in" or "nin" or "inIgnoreCase" or "ninIgnoreCase" ? new ListGraphType(scalar) : scalar });
        return operations;
    }

    private static IEnumerable<string> ComparisonsOf(Type type)
    {
        string[] equality = type == typeof(bool) ? ["eq", "neq"] : ["eq", "neq", "in", "nin"];
        if (type == typeof(string))
        {
            string[] operators = [.. equality, .. TextComparisons];
            return [.. operators, .. operators.Select(name => name + Comparison.IgnoreCase)];
        }
        return type.IsEnum || type == typeof(bool) ? equality : [.. equality, .. Comparisons];
    }

    private static EnumerationGraphType EnumOf(Type type)
    {
        var graphType = new EnumerationGraphType { Name = type.Name, Description = Descriptions.Of(type) };
        foreach (var value in Enum.GetValues(type))
            graphType.Add(new EnumValueDefinition(Names.Constant(value.ToString()!), value) { Description = Descriptions.Of(type.GetField(value.ToString()!)!) });
        return graphType;
    }

    private static ScalarGraphType? Create(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.String => new StringGraphType(),
        TypeCode.Int32 => new IntGraphType(),
        TypeCode.Int64 => new LongGraphType { Description = "A whole number of up to 64 bits." },
        TypeCode.Decimal => new DecimalGraphType { Description = "A decimal number, exact." },
        TypeCode.Double => new FloatGraphType(),
        TypeCode.Boolean => new BooleanGraphType(),
        _ => type == typeof(DateOnly) ? new LocalDateGraphType()
            : type == typeof(DateTimeOffset) ? new UtcDateTimeGraphType()
            : null,
    };
}
