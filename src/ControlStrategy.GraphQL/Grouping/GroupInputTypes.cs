using ControlStrategy.GraphQL.Schema;
using GraphQL.Types;

namespace ControlStrategy.GraphQL.Grouping;

/// <summary>What groups must meet, and how they are ordered.</summary>
internal sealed class GroupInputTypes(TypeRegistry registry, ScalarTypes scalars)
{
    public static string Having(GroupModel groups) => GroupTypes.Name(groups) + "HavingInput";

    public static string Sort(GroupModel groups) => GroupTypes.Name(groups) + "SortInput";

    public void Add(GroupModel groups)
    {
        AddHaving(groups);
        AddSort(groups);
    }

    private void AddHaving(GroupModel groups)
    {
        var prefix = GroupTypes.Name(groups);
        var having = registry.Add(new InputObjectGraphType { Name = Having(groups), Description = $"A filter of {groups.Entity.Name} groups; all that is given must hold." });
        foreach (var combiner in new[] { "and", "or" })
            Add(having, combiner, TypeRegistry.ListOf(having.Name), Texts.Operator(combiner));
        Add(having, "where", TypeRegistry.Reference(EntityTypes.Filter(groups.Entity)), GroupTexts.HavingWhere);
        Add(having, "count", scalars.OperationsOf(typeof(int)), GroupTexts.Count);
        Add(having, "countDistinct", Part(prefix + "DistinctHavingInput", groups.Dimensions.Select(dimension => (dimension.Name, scalars.OperationsOf(typeof(int)), (string?)GroupTexts.Different(dimension.Description)))), GroupTexts.CountDistinct);
        if (groups.Amounts.Count > 0)
        {
            Add(having, "sum", Part(prefix + "SumHavingInput", groups.Amounts.Select(amount => (amount.Name, scalars.OperationsOf(amount.Sum.ValueType), Descriptions.Of(amount.Column.Member)))), GroupTexts.Sum);
            Add(having, "mean", Part(prefix + "MeanHavingInput", groups.Amounts.Select(amount => (amount.Name, scalars.OperationsOf(typeof(double)), Descriptions.Of(amount.Column.Member)))), GroupTexts.Mean);
        }
        if (groups.Ranges.Count > 0)
        {
            var range = Part(prefix + "RangeHavingInput", groups.Ranges.Select(column => (column.Name, scalars.OperationsOf(column.ValueType), Descriptions.Of(column.Member))));
            Add(having, "min", range, GroupTexts.Min);
            Add(having, "max", range, GroupTexts.Max);
        }
        Add(having, "percent", Ratio(groups, prefix + "PercentHavingInput", "value", scalars.OperationsOf(typeof(double)), "What it is compared with, in per cent."), GroupTexts.Percent);
        Add(having, "rate", Rate(groups, prefix + "RateHavingInput", "value", scalars.OperationsOf(typeof(double)), "What it is compared with, as stated per."), GroupTexts.Rate);
    }

    private void AddSort(GroupModel groups)
    {
        var prefix = GroupTypes.Name(groups);
        var direction = TypeRegistry.Reference(SortDirections.TypeName);
        var sort = registry.Add(new InputObjectGraphType { Name = Sort(groups), Description = $"A sort key of {groups.Entity.Name} groups; give one member, and where if needed." });
        Add(sort, "keys", Part(prefix + "KeysSortInput", groups.Dimensions.Select(dimension => (dimension.Name, dimension.Target is { } target ? TypeRegistry.Reference(EntityTypes.Sort(target)) : direction, (string?)dimension.Description))), GroupTexts.Keys);
        Add(sort, "where", TypeRegistry.Reference(EntityTypes.Filter(groups.Entity)), GroupTexts.SortWhere);
        Add(sort, "count", direction, GroupTexts.Count);
        Add(sort, "countDistinct", Part(prefix + "DistinctSortInput", groups.Dimensions.Select(dimension => (dimension.Name, direction, (string?)GroupTexts.Different(dimension.Description)))), GroupTexts.CountDistinct);
        if (groups.Amounts.Count > 0)
        {
            var amounts = Part(prefix + "AmountSortInput", groups.Amounts.Select(amount => (amount.Name, direction, Descriptions.Of(amount.Column.Member))));
            Add(sort, "sum", amounts, GroupTexts.Sum);
            Add(sort, "mean", amounts, GroupTexts.Mean);
        }
        if (groups.Ranges.Count > 0)
        {
            var range = Part(prefix + "RangeSortInput", groups.Ranges.Select(column => (column.Name, direction, Descriptions.Of(column.Member))));
            Add(sort, "min", range, GroupTexts.Min);
            Add(sort, "max", range, GroupTexts.Max);
        }
        Add(sort, "percent", Ratio(groups, prefix + "PercentSortInput", "direction", direction, "Which comes first."), GroupTexts.Percent);
        Add(sort, "rate", Rate(groups, prefix + "RateSortInput", "direction", direction, "Which comes first."), GroupTexts.Rate);
    }

    private InputObjectGraphType Part(string name, IEnumerable<(string Name, IGraphType Type, string? Description)> members)
    {
        var part = registry.Add(new InputObjectGraphType { Name = name, Description = name.EndsWith("SortInput", StringComparison.Ordinal) ? "A sort key; give one member." : "All that is given must hold." });
        foreach (var (member, type, description) in members)
            Add(part, member, type, description);
        return part;
    }

    private InputObjectGraphType Ratio(GroupModel groups, string name, string last, IGraphType type, string description)
    {
        var ratio = registry.Add(new InputObjectGraphType { Name = name, Description = "A sum by a sum." });
        Add(ratio, "numerator", TypeRegistry.NonNull(TypeRegistry.Reference(GroupTypes.Amounts(groups))), GroupTexts.Numerator);
        Add(ratio, "denominator", TypeRegistry.NonNull(TypeRegistry.Reference(GroupTypes.Amounts(groups))), GroupTexts.Denominator);
        Add(ratio, "numeratorWhere", TypeRegistry.Reference(EntityTypes.Filter(groups.Entity)), GroupTexts.NumeratorWhere);
        Add(ratio, last, TypeRegistry.NonNull(type), description);
        return ratio;
    }

    private InputObjectGraphType Rate(GroupModel groups, string name, string last, IGraphType type, string description)
    {
        var rate = Ratio(groups, name, last, type, description);
        Add(rate, "per", TypeRegistry.NonNull(new FloatGraphType()), GroupTexts.Per);
        return rate;
    }

    private static void Add(InputObjectGraphType input, string name, IGraphType type, string? description) =>
        input.AddField(new FieldType { Name = name, ResolvedType = type, Description = description });
}
