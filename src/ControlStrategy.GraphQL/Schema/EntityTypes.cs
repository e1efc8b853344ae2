using GraphQL.Types;

namespace ControlStrategy.GraphQL.Schema;

/// <summary>Object, filter and sort types of the entities.</summary>
internal sealed class EntityTypes(TypeRegistry registry, ScalarTypes scalars, ConnectionTypes connections, RecordTypes records, ChildrenTypes children)
{
    public void Add(Entity entity)
    {
        var description = Descriptions.Of(entity.ClrType);
        var type = registry.Add(new ObjectGraphType { Name = entity.Name, Description = description });
        var filter = registry.Add(new InputObjectGraphType { Name = Filter(entity), Description = $"A filter of {entity.Name}; all that is given must hold." });
        var sort = registry.Add(new InputObjectGraphType { Name = Sort(entity), Description = $"A sort key of {entity.Name}; give one member." });
        foreach (var combiner in new[] { "and", "or" })
            Add(filter, combiner, TypeRegistry.ListOf(filter.Name), Texts.Operator(combiner));
        foreach (var field in entity.Fields)
        {
            type.AddField(OutputField(field));
            switch (field)
            {
                case ScalarField scalar:
                    Add(filter, field.Name, scalars.OperationsOf(scalar.ValueType), Descriptions.Of(scalar.Member));
                    Add(sort, field.Name, TypeRegistry.Reference(SortDirections.TypeName), Descriptions.Of(scalar.Member));
                    break;
                case ReferenceField reference:
                    Add(filter, field.Name, TypeRegistry.Reference(Filter(reference.Target)), Descriptions.Of(reference.Member));
                    Add(sort, field.Name, TypeRegistry.Reference(Sort(reference.Target)), Descriptions.Of(reference.Member));
                    break;
                case CollectionField collection:
                    Add(filter, field.Name, ListFilter(collection.Target), Descriptions.Of(collection.Member));
                    Add(sort, field.Name, children.Sort(collection.Target), Descriptions.Of(collection.Member));
                    break;
            }
        }
    }

    public static string Filter(Entity entity) => entity.Name + "FilterInput";

    public static string Sort(Entity entity) => entity.Name + "SortInput";

    private FieldType OutputField(EntityField field)
    {
        var (type, description, arguments) = field switch
        {
            ScalarField scalar => (Nullable(scalars.Of(scalar.ValueType), scalar.IsNullable), Descriptions.Of(scalar.Member), null),
            ReferenceField reference => (Nullable(TypeRegistry.Reference(reference.Target.Name), reference.IsNullable), Descriptions.Of(reference.Member), null),
            CollectionField { IsPaged: true } paged => (connections.Of(paged.Target), Descriptions.Of(paged.Member), connections.PageArguments(paged.Target)),
            CollectionField list => (TypeRegistry.NonNull(TypeRegistry.ListOf(list.Target.Name)), Descriptions.Of(list.Member), ConnectionTypes.ListArguments(list.Target)),
            ComputedField computed => (records.TypeOf(computed.Definition.ResultType, isNullable: true), computed.Definition.Description, records.ArgumentsOf(computed.Definition.ArgumentsType)),
            _ => throw new NotSupportedException(field.GetType().Name),
        };
        return new FieldType { Name = field.Name, ResolvedType = type, Description = description, Arguments = arguments, Metadata = { [FieldMetadata.Key] = field } };
    }

    private static IGraphType Nullable(IGraphType type, bool isNullable) => isNullable ? type : TypeRegistry.NonNull(type);

    private IGraphType ListFilter(Entity target)
    {
        var name = $"ListFilterInputTypeOf{Filter(target)}";
        if (registry.TryGet(name, out var known)) return known;
        var filter = registry.Add(new InputObjectGraphType { Name = name, Description = $"A filter of a list of {target.Name}; all that is given must hold." });
        foreach (var quantifier in new[] { "all", "none", "some" })
            Add(filter, quantifier, TypeRegistry.Reference(Filter(target)), Texts.Operator(quantifier));
        Add(filter, "any", new BooleanGraphType(), Texts.Operator("any"));
        children.AddTo(filter, target);
        return filter;
    }

    private static void Add(InputObjectGraphType input, string name, IGraphType type, string? description) =>
        input.AddField(new FieldType { Name = name, ResolvedType = type, Description = description });
}
