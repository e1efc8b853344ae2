using ControlStrategy.GraphQL.Filtering;
using ControlStrategy.GraphQL.Schema;
using ControlStrategy.GraphQL.Statements;

namespace ControlStrategy.GraphQL.Paging;

/// <summary>One key of an order: a column or a number computed from children, reached over to-one relations.</summary>
internal sealed record SortKey(IReadOnlyList<ReferenceField> Through, IOperand Operand, bool IsDescending)
{
    public bool IsNullable => Operand.IsNullable || Through.Any(reference => reference.IsNullable);

    public IRowColumn Column => Operand is ScalarField column ? new ColumnPath(Through, column.Property).Reduced() : new ChildrenColumn(Through, (ChildrenNumber)Operand);

    public static SortKey Primary(Entity entity) => new([], entity.Key, false);
}
