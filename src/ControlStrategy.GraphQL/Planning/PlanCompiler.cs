using ControlStrategy.GraphQL.Execution;
using ControlStrategy.GraphQL.Grouping;
using ControlStrategy.GraphQL.Records;
using ControlStrategy.GraphQL.Schema;
using ControlStrategy.GraphQL.Statements;

namespace ControlStrategy.GraphQL.Planning;

/// <summary>Turns a selection into plans: one statement per list, one gap per list in its parent's JSON.</summary>
internal sealed class PlanCompiler(EntityModel model, StatementCompiler statements, IReadOnlyList<ListRequest?> lists, ReadGuard guard)
{
    public ReadGuard Guard => guard;

    public GroupGuard Groupings { get; } = new(guard, model);

    public Plan List(Entity entity, SelectedField field)
    {
        var request = lists[field.ArgumentsIndex]!;
        var rows = new RowCompiler(this, entity);
        var connection = new ConnectionCompiler(rows.Row, field.Selection);
        var sorting = connection.NeedsCursors ? rows.SortColumns(request.Order) : [];
        return new ListPlan
        {
            Views = connection.Views,
            Envelope = connection.Envelope,
            SortColumns = sorting,
            Children = rows.Children,
            ListIndex = field.ArgumentsIndex,
            Rows = connection.NeedsRows ? statements.RootRows(entity, request, rows.Columns) : null,
            Count = connection.NeedsCount ? statements.RootCount(entity, request) : null,
            Beyond = connection.NeedsPageNumbers && request.Page?.Start is not null ? statements.RootCount(entity, request, fromCursor: true) : null,
        };
    }

    public Plan Groups(SelectedField field) => new GroupPlanCompiler(this, statements, lists).Compile((GroupRequest)lists[field.ArgumentsIndex]!, field);

    public Plan Single(EntityRoot root, SelectedField field, int valueIndex)
    {
        guard.Require(root.Entity);
        guard.Require(root.Entity, root.By);
        var rows = new RowCompiler(this, root.Entity);
        var view = rows.Row(field.Selection);
        return new ListPlan { Views = [view], Envelope = new SingleEnvelope(), Children = rows.Children, Rows = statements.RowBy(root.Entity, root.By, valueIndex, rows.Columns) };
    }

    public Plan Record(RecordFieldDefinition definition, SelectedField field)
    {
        var children = new List<Plan>();
        var writer = Writer(field.Selection, children);
        return new RecordPlan(definition, writer, new SelectedMembers(field.Selection), field.ArgumentsIndex) { Children = children };
    }

    /// <summary>A list under parents; the first column of its statements is the parent's key.</summary>
    public Plan Child(Entity parent, CollectionField collection, SelectedField field)
    {
        var request = lists[field.ArgumentsIndex]!;
        var rows = new RowCompiler(this, collection.Target, firstOrdinal: 1);
        var connection = collection.IsPaged ? new ConnectionCompiler(rows.Row, field.Selection) : null;
        IReadOnlyList<ObjectPart> views = connection?.Views ?? [rows.Row(field.Selection)];
        var sorting = connection is { NeedsCursors: true } ? rows.SortColumns(request.Order) : [];
        return new ListPlan
        {
            Views = views,
            Envelope = connection?.Envelope ?? (Envelope)new ListEnvelope(),
            SortColumns = sorting,
            Children = rows.Children,
            ListIndex = field.ArgumentsIndex,
            ParentKeyType = parent.Key.Property.ClrType,
            ParentKey = ColumnReader.Of(parent.Key.Property),
            Rows = connection is { NeedsRows: false } ? null : statements.ChildRows(parent, collection, request, rows.Columns),
            Count = connection is { NeedsCount: true } ? statements.ChildCounts(parent, collection, request) : null,
            Beyond = connection is { NeedsPageNumbers: true } && request.Page?.Start is not null ? statements.ChildCounts(parent, collection, request, fromCursor: true) : null,
        };
    }

    public RowPart Scalar(byte[] name, int ordinal, ScalarField column)
    {
        if (statements.Dialect.IsSqlite && SqliteParts.Of(name, ordinal, column) is { } part) return part;
        var reader = ColumnReader.Of(column.Property);
        return column.Property.IsNullable ? new ScalarPart(name, ordinal, reader) : new RequiredPart(name, ordinal, reader);
    }

    public Plan Computed(ComputedField computed, SelectedField field)
    {
        var children = new List<Plan>();
        var writer = ScalarTypes.IsScalar(RecordMembers.NamedType(computed.Definition.ResultType)) ? null : Writer(field.Selection, children);
        return new ComputedPlan(computed.Definition, writer, field.ArgumentsIndex) { Children = children };
    }

    private RecordWriter Writer(Selection selection, List<Plan> children) => new(selection, field =>
    {
        var member = field.Field<RecordMember>()!;
        children.Add(ByKey(model[EntityKeys.EntityOf(member.NamedType)!], field.Selection, new SingleEnvelope(member.IsNullable ? null : field.FieldName)));
        return children.Count - 1;
    });

    private ListPlan ByKey(Entity entity, Selection selection, SingleEnvelope envelope)
    {
        guard.Require(entity);
        var rows = new RowCompiler(this, entity);
        rows.Columns.Ordinal(new ColumnPath([], entity.Key.Property));
        var view = rows.Row(selection);
        return new ListPlan
        {
            Views = [view],
            Envelope = envelope,
            Children = rows.Children,
            ParentKeyType = entity.Key.Property.ClrType,
            ParentKey = ColumnReader.Of(entity.Key.Property),
            Rows = statements.RowsByKey(entity, rows.Columns),
        };
    }
}
