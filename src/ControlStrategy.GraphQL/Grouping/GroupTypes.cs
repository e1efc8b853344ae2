using ControlStrategy.GraphQL.Schema;
using GraphQL.Types;

namespace ControlStrategy.GraphQL.Grouping;

/// <summary>The root field that groups an entity, and the types of its answer.</summary>
internal sealed class GroupTypes(TypeRegistry registry, ScalarTypes scalars, ConnectionTypes connections, EngineLimits limits)
{
    private const string TotalsName = "GroupTotals";
    private const string LevelName = "GroupLevel";

    public FieldType Root(GroupModel groups)
    {
        if (!registry.TryGet(TotalsName, out _)) AddShared();
        AddDimensions(groups);
        AddGroup(groups);
        new GroupInputTypes(registry, scalars).Add(groups);
        return new FieldType
        {
            Name = groups.FieldName,
            Description = $"{groups.Entity.Name} rows in groups: counted, added up, compared; by up to {limits.MaximumGroupByDimensions} dimensions.",
            ResolvedType = connections.Of(Names.Pascal(groups.FieldName), Name(groups)),
            Arguments = Arguments(groups),
            Metadata = { [FieldMetadata.Key] = new GroupRoot(groups) },
        };
    }

    internal static string Name(GroupModel groups) => groups.Entity.Name + "Group";

    internal static string Dimensions(GroupModel groups) => groups.Entity.Name + "Dimension";

    internal static string Amounts(GroupModel groups) => groups.Entity.Name + "Amount";

    private QueryArguments Arguments(GroupModel groups) => new(
    [
        new QueryArgument(TypeRegistry.NonNull(TypeRegistry.ListOf(Dimensions(groups)))) { Name = "by", Description = GroupTexts.By },
        new QueryArgument(TypeRegistry.Reference(TotalsName)) { Name = "totals", Description = GroupTexts.Totals, DefaultValue = GroupTotals.None },
        new QueryArgument(TypeRegistry.Reference(EntityTypes.Filter(groups.Entity))) { Name = "where", Description = GroupTexts.Where },
        new QueryArgument(TypeRegistry.Reference(GroupInputTypes.Having(groups))) { Name = "having", Description = GroupTexts.Having },
        new QueryArgument(TypeRegistry.ListOf(GroupInputTypes.Sort(groups))) { Name = "order", Description = GroupTexts.Order },
        .. connections.PageArguments(),
        .. ConnectionTypes.Moment(groups.Entity),
    ]);

    private void AddShared()
    {
        var totals = registry.Add(new EnumerationGraphType { Name = TotalsName, Description = "Which totals groups come with." });
        foreach (var value in Enum.GetValues<GroupTotals>())
            totals.Add(new EnumValueDefinition(Names.Constant(value.ToString()), value) { Description = GroupTexts.Total(value) });
        var level = registry.Add(new EnumerationGraphType { Name = LevelName, Description = "What a row of groups stands for." });
        foreach (var value in Enum.GetValues<GroupLevel>())
            level.Add(new EnumValueDefinition(Names.Constant(value.ToString()), value) { Description = GroupTexts.OfLevel(value) });
    }

    private void AddDimensions(GroupModel groups)
    {
        var dimensions = registry.Add(new EnumerationGraphType { Name = Dimensions(groups), Description = $"What {groups.Entity.Name} rows can be grouped by." });
        foreach (var dimension in groups.Dimensions)
            dimensions.Add(new EnumValueDefinition(Names.Constant(dimension.Name), dimension) { Description = dimension.Description });
        var amounts = registry.Add(new EnumerationGraphType { Name = Amounts(groups), Description = $"What percentages and rates of {groups.Entity.Name} rows are made of." });
        amounts.Add(new EnumValueDefinition("COUNT", "count") { Description = GroupTexts.CountOfRatio });
        foreach (var amount in groups.Amounts)
            amounts.Add(new EnumValueDefinition(Names.Constant(amount.Name), amount) { Description = Descriptions.Of(amount.Column.Member) });
    }

    private void AddGroup(GroupModel groups)
    {
        var name = Name(groups);
        var group = registry.Add(new ObjectGraphType { Name = name, Description = $"{groups.Entity.Name} rows with the same keys, or a total of them." });
        void Add(GroupFieldKind kind, IGraphType type, string description, QueryArguments? arguments = null) =>
            group.AddField(new FieldType { Name = Names.Camel(kind.ToString()), ResolvedType = type, Description = description, Arguments = arguments, Metadata = { [FieldMetadata.Key] = new GroupField(kind, groups) } });

        Add(GroupFieldKind.Level, TypeRegistry.NonNull(TypeRegistry.Reference(LevelName)), GroupTexts.Level);
        Add(GroupFieldKind.GroupedBy, TypeRegistry.NonNull(TypeRegistry.ListOf(Dimensions(groups))), GroupTexts.GroupedBy);
        Add(GroupFieldKind.Keys, TypeRegistry.NonNull(Part(name + "Keys", $"Keys of {groups.Entity.Name} groups.", groups.Dimensions.Select(Key))), GroupTexts.Keys);
        Add(GroupFieldKind.Count, TypeRegistry.NonNull(new IntGraphType()), GroupTexts.Count, Filter(groups));
        Add(GroupFieldKind.CountDistinct, TypeRegistry.NonNull(Part(name + "Distinct", $"Numbers of different keys in {groups.Entity.Name} groups.", groups.Dimensions.Select(Distinct))), GroupTexts.CountDistinct, Filter(groups));
        if (groups.Amounts.Count > 0)
        {
            Add(GroupFieldKind.Sum, TypeRegistry.NonNull(Part(name + "Sum", $"Sums over {groups.Entity.Name} groups.", groups.Amounts.Select(amount => Number(amount, amount.Sum.ShownType)))), GroupTexts.Sum, Filter(groups));
            Add(GroupFieldKind.Mean, TypeRegistry.NonNull(Part(name + "Mean", $"Means over {groups.Entity.Name} groups.", groups.Amounts.Select(amount => Number(amount, typeof(double))))), GroupTexts.Mean, Filter(groups));
        }
        if (groups.Ranges.Count > 0)
        {
            var range = Part(name + "Range", $"Ends of ranges over {groups.Entity.Name} groups.", groups.Ranges.Select(End));
            Add(GroupFieldKind.Min, TypeRegistry.NonNull(range), GroupTexts.Min, Filter(groups));
            Add(GroupFieldKind.Max, TypeRegistry.NonNull(range), GroupTexts.Max, Filter(groups));
        }
        Add(GroupFieldKind.Percent, new FloatGraphType(), GroupTexts.Percent, Ratio(groups));
        Add(GroupFieldKind.Rate, new FloatGraphType(), GroupTexts.Rate, [.. Ratio(groups), new QueryArgument(TypeRegistry.NonNull(new FloatGraphType())) { Name = "per", Description = GroupTexts.Per }]);
    }

    private static QueryArguments Filter(GroupModel groups) =>
        [new QueryArgument(TypeRegistry.Reference(EntityTypes.Filter(groups.Entity))) { Name = "where", Description = GroupTexts.AggregateWhere }];

    private static QueryArguments Ratio(GroupModel groups) => new(
    [
        new QueryArgument(TypeRegistry.NonNull(TypeRegistry.Reference(Amounts(groups)))) { Name = "numerator", Description = GroupTexts.Numerator },
        new QueryArgument(TypeRegistry.NonNull(TypeRegistry.Reference(Amounts(groups)))) { Name = "denominator", Description = GroupTexts.Denominator },
        .. Filter(groups),
        new QueryArgument(TypeRegistry.Reference(EntityTypes.Filter(groups.Entity))) { Name = "numeratorWhere", Description = GroupTexts.NumeratorWhere },
    ]);

    private ObjectGraphType Part(string name, string description, IEnumerable<FieldType> fields)
    {
        var type = registry.Add(new ObjectGraphType { Name = name, Description = description });
        foreach (var field in fields)
            type.AddField(field);
        return type;
    }

    private FieldType Key(Dimension dimension) => Field(dimension.Name, dimension.Target is { } target ? TypeRegistry.Reference(target.Name) : scalars.Of(dimension.Result.ShownType), dimension.Description, dimension);

    private static FieldType Distinct(Dimension dimension) => Field(dimension.Name, TypeRegistry.NonNull(new IntGraphType()), GroupTexts.Different(dimension.Description), dimension);

    private FieldType Number(Amount amount, Type type) => Field(amount.Name, scalars.Of(type), Descriptions.Of(amount.Column.Member), amount);

    private FieldType End(ScalarField column) => Field(column.Name, scalars.Of(column.ValueType), Descriptions.Of(column.Member), column);

    private static FieldType Field(string name, IGraphType type, string? description, object metadata) =>
        new() { Name = name, ResolvedType = type, Description = description, Metadata = { [FieldMetadata.Key] = metadata } };
}
