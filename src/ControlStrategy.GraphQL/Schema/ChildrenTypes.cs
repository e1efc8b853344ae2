using ControlStrategy.GraphQL.Grouping;
using GraphQL.Types;

namespace ControlStrategy.GraphQL.Schema;

/// <summary>Filters and sort keys by numbers computed from a list.</summary>
internal sealed class ChildrenTypes(TypeRegistry registry, ScalarTypes scalars, IReadOnlyList<GroupModel> groups)
{
    /// <summary>Adds the numbers to a filter of lists.</summary>
    public void AddTo(InputObjectGraphType filter, Entity target)
    {
        var count = Part($"{target.Name}CountFilterInput", target, "How many entries there are; all that is given must hold.");
        foreach (var comparison in ((InputObjectGraphType)scalars.OperationsOf(typeof(int))).Fields)
            Add(count, comparison.Name, comparison.ResolvedType!, comparison.Description);
        Add(filter, "count", count, Texts.ChildrenCount);
        AddColumns(filter, "sum", Summed(target), target, "SumFilterInput", Texts.ChildrenSum, Operations);
        AddColumns(filter, "min", Ranged(target), target, "RangeFilterInput", Texts.ChildrenMin, Operations);
        AddColumns(filter, "max", Ranged(target), target, "RangeFilterInput", Texts.ChildrenMax, Operations);
    }

    /// <summary>The sort keys of a list.</summary>
    public IGraphType Sort(Entity target)
    {
        var name = $"{target.Name}ListSortInput";
        if (registry.TryGet(name, out var known)) return known;
        var sort = Part(name, target, $"A sort key by a list of {target.Name}; give one member, and where if needed.");
        var direction = TypeRegistry.Reference(SortDirections.TypeName);
        Add(sort, "count", direction, Texts.ChildrenCount);
        AddColumns(sort, "sum", Summed(target), target, "SumSortInput", Texts.ChildrenSum, (_, _) => direction);
        AddColumns(sort, "min", Ranged(target), target, "RangeSortInput", Texts.ChildrenMin, (_, _) => direction);
        AddColumns(sort, "max", Ranged(target), target, "RangeSortInput", Texts.ChildrenMax, (_, _) => direction);
        return sort;
    }

    private IGraphType Operations(ScalarField column, bool isSum) => scalars.OperationsOf(isSum && column.ValueType == typeof(int) ? typeof(long) : column.ValueType);

    private void AddColumns(InputObjectGraphType owner, string function, List<ScalarField> columns, Entity target, string suffix, string description, Func<ScalarField, bool, IGraphType> type)
    {
        if (columns.Count == 0) return;
        var name = target.Name + suffix;
        if (!registry.TryGet(name, out var known))
        {
            var isFilter = suffix.EndsWith("FilterInput", StringComparison.Ordinal);
            var part = isFilter ? Part(name, target, "All that is given must hold.") : registry.Add(new InputObjectGraphType { Name = name, Description = "A sort key; give one member." });
            foreach (var column in columns)
                Add(part, column.Name, type(column, function == "sum"), Descriptions.Of(column.Member));
            known = part;
        }
        Add(owner, function, known, description);
    }

    private InputObjectGraphType Part(string name, Entity target, string description)
    {
        var part = registry.Add(new InputObjectGraphType { Name = name, Description = description });
        Add(part, "where", TypeRegistry.Reference(EntityTypes.Filter(target)), Texts.ChildrenWhere);
        return part;
    }

    /// <summary>
    /// What the application says adds up, whatever the rows. Floating numbers add up to another sum in another order, which no cursor can
    /// rely on.
    /// </summary>
    private List<ScalarField> Summed(Entity target) => groups.FirstOrDefault(group => group.Entity == target) is { Singles.Count: 0 } group
        ? [.. group.Amounts.Where(amount => amount.AddsUp is null && amount.Column.ValueType != typeof(double)).Select(amount => amount.Column)]
        : [];

    private static List<ScalarField> Ranged(Entity target) =>
        [.. target.Fields.OfType<ScalarField>().Where(column => !column.Property.IsPrimaryKey() && column.ValueType != typeof(string) && column.ValueType != typeof(bool) && !column.ValueType.IsEnum)];

    private static void Add(InputObjectGraphType input, string name, IGraphType type, string? description) =>
        input.AddField(new FieldType { Name = name, ResolvedType = type, Description = description });
}
