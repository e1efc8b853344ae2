using ControlStrategy.GraphQL.Schema;

namespace ControlStrategy.GraphQL.Paging;

/// <summary>One key of an order: a column, reached over to-one relations.</summary>
internal sealed record SortKey(IReadOnlyList<ReferenceField> Through, ScalarField Column, bool IsDescending)
{
    public bool IsNullable => Column.IsNullable || Through.Any(reference => reference.IsNullable);

    public static SortKey Primary(Entity entity) => new([], entity.Key, false);
}
