using ControlStrategy.GraphQL.Filtering;

namespace ControlStrategy.GraphQL.Schema;

/// <summary>Which columns tell when a row was known: an entity with them can be read as at a moment.</summary>
/// <param name="RecordedAt">When the row became the current one.</param>
/// <param name="SupersededAt">When a newer one took its place; null for a current row.</param>
/// <param name="CurrentOnly">Name of the model's filter that hides superseded rows.</param>
internal sealed record EntityHistory(ScalarField RecordedAt, ScalarField SupersededAt, string CurrentOnly)
{
    private const int Null = -1;

    /// <summary>No newer row has taken the row's place.</summary>
    public Filter IsCurrent => new Comparison(SupersededAt, "eq", IsNegated: false, Null);

    /// <summary>A newer row has taken the row's place.</summary>
    public Filter IsSuperseded => new Comparison(SupersededAt, "eq", IsNegated: true, Null);

    /// <exception cref="InvalidOperationException">Rows are reached in a way that no moment can be given for.</exception>
    public static EntityHistory Of(EntityModel model, Entity entity, HistoryDefinition given)
    {
        if (entity.Fields.Any(field => field is CollectionField) || model.Entities.Any(other => other.Fields.Any(field => field is ReferenceField reference && reference.Target == entity)))
            throw new InvalidOperationException($"{entity.Name} cannot be read as at a moment: its rows have lists of their own, or are referred to.");
        return new EntityHistory((ScalarField)entity[Names.Camel(given.RecordedAt)], (ScalarField)entity[Names.Camel(given.SupersededAt)], given.CurrentOnly);
    }

    /// <summary>The row was the current one at a moment.</summary>
    /// <param name="valueIndex">Place of the moment among the request's values.</param>
    public Filter IsKnownAt(int valueIndex) => new AllOf([
        new Comparison(RecordedAt, "lte", IsNegated: false, valueIndex),
        new AnyOf([IsCurrent, new Comparison(SupersededAt, "gt", IsNegated: false, valueIndex)]),
    ]);
}

/// <summary>The members of an entity that make its history, as the application names them.</summary>
internal sealed record HistoryDefinition(string RecordedAt, string SupersededAt, string CurrentOnly);
