using ControlStrategy.GraphQL.Grouping;
using ControlStrategy.GraphQL.Planning;
using ControlStrategy.GraphQL.Schema;

namespace ControlStrategy.GraphQL.Exporting;

/// <summary>The one list that an operation selects.</summary>
/// <param name="Root">The root field, with nothing selected but the way to the rows.</param>
/// <param name="List">The field that is the list or its connection.</param>
/// <param name="Row">What was selected of each row.</param>
/// <param name="Path">Response names from the root field's value to the list.</param>
internal sealed record ExportedList(SelectedField Root, SelectedField List, Selection Row, IReadOnlyList<string> Path)
{
    /// <summary>Whether the rows come from statements; else they are part of one computed answer.</summary>
    public bool IsOfEntities => List.Field<EntityListRoot>() is not null || List.Field<CollectionField>() is not null;

    /// <summary>Whether the rows are groups: they come complete, but are as many as there are.</summary>
    public bool IsOfGroups => List.Field<GroupRoot>() is not null;
}
