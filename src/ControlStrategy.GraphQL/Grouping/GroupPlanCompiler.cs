using ControlStrategy.GraphQL.Execution;
using ControlStrategy.GraphQL.Planning;
using ControlStrategy.GraphQL.Schema;
using ControlStrategy.GraphQL.Statements;

namespace ControlStrategy.GraphQL.Grouping;

/// <summary>Turns a selection of groups into a plan: first what is needed, so that every column has its place, then the writers.</summary>
internal sealed class GroupPlanCompiler(PlanCompiler plans, StatementCompiler statements, IReadOnlyList<ListRequest?> lists)
{
    private readonly Dictionary<SelectedField, Aggregate> _aggregates = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SelectedField, ObjectPart> _entities = new(ReferenceEqualityComparer.Instance);
    private readonly List<SelectedField> _keys = [];
    private readonly List<Plan> _children = [];

    public Plan Compile(GroupRequest request, SelectedField root)
    {
        Gather(root.Selection, aggregate: null);
        var numbers = new GroupNumbers(statements, request);
        foreach (var aggregate in _aggregates.Values.Concat(GroupAggregates.Of(request.Having, request.GroupOrder)))
        {
            plans.Groupings.Require(request.Groups, aggregate);
            numbers.Number(aggregate);
        }
        var layout = new GroupLayout(request, numbers);
        var entities = Entities(request, layout);
        var connection = new ConnectionCompiler(selection => new GroupRow(request, layout, _aggregates, _entities).Object(selection), root.Selection);
        return new GroupPlan
        {
            Statement = new GroupStatement(statements, request, numbers, entities).Build(),
            Views = connection.Views,
            Envelope = connection.Envelope,
            Rules = numbers.Rules,
            SortColumns = connection.NeedsCursors ? [.. request.GroupOrder.Select(key => layout.SortColumn(key, entities))] : null,
            ListIndex = root.ArgumentsIndex,
            Children = _children,
        };
    }

    /// <summary>Finds the numbers and the keys that are selected, at any depth of the connection.</summary>
    private void Gather(Selection selection, (GroupField Field, AggregateArguments Arguments)? aggregate)
    {
        foreach (var field in selection.Fields)
        {
            if (field.Field<GroupField>() is { } group)
            {
                var arguments = field.ArgumentsIndex < 0 ? null : (AggregateArguments)lists[field.ArgumentsIndex]!;
                if (field.Selection.Fields.Count == 0 && arguments is not null) _aggregates.Add(field, group.Kind == GroupFieldKind.Count ? new CountOf(arguments.Where) : arguments.Ratio);
                Gather(field.Selection, arguments is null ? null : (group, arguments));
            }
            else if (aggregate is { } within && !field.IsTypeName)
                _aggregates.Add(field, Numbers.Of(within.Field.Groups, Names.Camel(within.Field.Kind.ToString()), field.FieldName, within.Arguments.Where));
            else if (field.Field<Dimension>() is not null)
                _keys.Add(field);
            else
                Gather(field.Selection, null);
        }
    }

    /// <summary>Makes the writers of entities that are keys, and the columns they need: those of one dimension stand together.</summary>
    private Dictionary<int, Columns> Entities(GroupRequest request, GroupLayout layout)
    {
        var columns = new Dictionary<int, Columns>();
        foreach (var (index, dimension) in request.By.Index().Where(entry => entry.Item.Target is not null))
        {
            var selected = _keys.Where(field => field.Field<Dimension>() == dimension).ToList();
            var sorted = request.GroupOrder.OfType<EntitySortKey>().Where(key => key.Index == index).ToList();
            if (selected.Count == 0 && sorted.Count == 0) continue;
            var rows = new RowCompiler(plans, dimension.Target!, layout.StartEntity(index), _children);
            rows.Columns.Ordinal(new ColumnPath([], dimension.Target!.Key.Property));
            foreach (var field in selected)
                _entities.Add(field, rows.Member([], field.Selection));
            foreach (var key in sorted)
                rows.Columns.Ordinal(key.Path);
            layout.EndEntity(rows.Columns.Count);
            columns.Add(index, rows.Columns);
        }
        return columns;
    }
}

/// <summary>The numbers that groups are filtered and ordered by.</summary>
internal static class GroupAggregates
{
    public static IEnumerable<Aggregate> Of(Filtering.Filter? having, IEnumerable<GroupSortKey> order) =>
        [.. Of(having), .. order.OfType<AggregateSortKey>().Select(key => key.Aggregate)];

    private static IEnumerable<Aggregate> Of(Filtering.Filter? filter) => filter switch
    {
        Filtering.AllOf all => all.Parts.SelectMany(Of),
        Filtering.AnyOf any => any.Parts.SelectMany(Of),
        AggregateMeets meets => [meets.Aggregate],
        _ => [],
    };
}
