using ControlStrategy.GraphQL.Execution;
using ControlStrategy.GraphQL.Json;
using ControlStrategy.GraphQL.Paging;
using ControlStrategy.GraphQL.Schema;
using ControlStrategy.GraphQL.Statements;

namespace ControlStrategy.GraphQL.Planning;

/// <summary>Makes the writers of one statement's rows, collecting the columns and the children they need.</summary>
/// <param name="plans">Makes the children.</param>
/// <param name="entity">What the rows are.</param>
/// <param name="firstOrdinal">Where the rows' columns begin in the statement's.</param>
/// <param name="children">The statement's children so far; null where these are the first.</param>
internal sealed class RowCompiler(PlanCompiler plans, Entity entity, int firstOrdinal = 0, List<Plan>? children = null)
{
    private readonly List<Plan> _children = children ?? [];

    public Columns Columns { get; } = new();

    public IReadOnlyList<Plan> Children => _children;

    public ObjectPart Row(Selection selection) => Object([], entity, selection, [], presence: null);

    /// <summary>The row as a member of another: null where there is none.</summary>
    public ObjectPart Member(byte[] name, Selection selection) => Object(name, entity, selection, [], Ordinal([], entity.Key));

    public IReadOnlyList<(int Ordinal, ColumnReader Column)> SortColumns(IReadOnlyList<SortKey> order) =>
        [.. order.Select(key => (firstOrdinal + Columns.Ordinal(key.Column), key.Operand.Reader))];

    private ObjectPart Object(byte[] name, Entity type, Selection selection, IReadOnlyList<ReferenceField> through, int? presence)
    {
        var parts = new List<RowPart>(selection.Fields.Count);
        foreach (var field in selection.Fields)
            parts.Add(Part(JsonNames.Member(field.ResponseName, isFirst: parts.Count == 0), type, field, through));
        return new ObjectPart(name, presence, parts);
    }

    private RowPart Part(byte[] name, Entity type, SelectedField field, IReadOnlyList<ReferenceField> through)
    {
        if (field.Field<EntityField>() is { } read) plans.Guard.Require(type, read);
        return Read(name, type, field, through);
    }

    private RowPart Read(byte[] name, Entity type, SelectedField field, IReadOnlyList<ReferenceField> through) => field.Field<EntityField>() switch
    {
        null => new ConstantPart([.. name, .. JsonNames.Text(type.Name)]),
        ScalarField scalar => plans.Scalar(name, Ordinal(through, scalar), scalar),
        ReferenceField reference => Reference(name, reference, field, [.. through, reference]),
        CollectionField collection => Gap(name, plans.Child(type, collection, field), type, through),
        ComputedField computed => Gap(name, plans.Computed(computed, field), type, through),
        _ => throw new NotSupportedException(field.FieldName),
    };

    private ObjectPart Reference(byte[] name, ReferenceField reference, SelectedField field, IReadOnlyList<ReferenceField> through) =>
        Object(name, reference.Target, field.Selection, through, reference.IsNullable ? Ordinal(through, reference.Target.Key) : null);

    private GapPart Gap(byte[] name, Plan child, Entity type, IReadOnlyList<ReferenceField> through)
    {
        _children.Add(child);
        return new GapPart(name, _children.Count - 1, Ordinal(through, type.Key), ColumnReader.Of(type.Key.Property));
    }

    private int Ordinal(IReadOnlyList<ReferenceField> through, ScalarField column) => firstOrdinal + Columns.Ordinal(new ColumnPath(through, column.Property));
}
