using ControlStrategy.GraphQL.Grouping;
using ControlStrategy.GraphQL.Records;
using ControlStrategy.GraphQL.Subscribing;
using GraphQL.Types;

namespace ControlStrategy.GraphQL.Schema;

/// <summary>The whole schema, built by program from the EF model and the application's hand-written fields.</summary>
internal sealed class GeneratedSchema : global::GraphQL.Types.Schema
{
    private readonly TypeRegistry _registry = new();
    private readonly ConnectionTypes _connections;
    private readonly ScalarTypes _scalars;

    public GeneratedSchema(EntityModel model, EngineOptions options)
    {
        _connections = new ConnectionTypes(_registry, options.Limits);
        _scalars = new ScalarTypes(_registry);
        var records = new RecordTypes(_registry, _scalars);
        var entities = new EntityTypes(_registry, _scalars, _connections, records, new ChildrenTypes(_registry, _scalars, model.Groups));
        _registry.Add(SortDirections.Create());
        foreach (var entity in model.Entities)
            entities.Add(entity);

        var query = new ObjectGraphType { Name = "Query", Description = "What can be asked." };
        foreach (var entity in model.Entities.Where(entity => entity.IsRoot))
            query.AddField(List(entity));
        var groups = new GroupTypes(_registry, _scalars, _connections, options.Limits);
        foreach (var grouped in model.Groups)
            query.AddField(groups.Root(grouped));
        foreach (var (type, member) in options.UniqueMembers)
            query.AddField(Single(model[type], member));
        foreach (var record in options.RecordFields)
            query.AddField(Record(record, records));
        Query = query;
        if (options.SubscriptionFields.Count > 0) Subscription = SubscriptionOf(options.SubscriptionFields, records);
        Directives.Register(SpecifiedBy.Create());
        foreach (var type in _registry.Types)
            this.RegisterType(type);
    }

    private FieldType List(Entity entity) => new()
    {
        Name = entity.PluralName,
        Description = $"A page of {entity.Name}: filtered, ordered, counted.",
        ResolvedType = _connections.Of(entity),
        Arguments = _connections.PageArguments(entity),
        Metadata = { [FieldMetadata.Key] = new EntityListRoot(entity) },
    };

    private FieldType Single(Entity entity, string member)
    {
        var property = (ScalarField)entity[Names.Camel(member)];
        var argument = new QueryArgument(TypeRegistry.NonNull(_scalars.Of(property.ValueType)))
        {
            Name = property.Name,
            Description = Descriptions.Of(property.Member),
        };
        return new FieldType
        {
            Name = Names.Camel(entity.Name),
            Description = $"One {entity.Name} by its {property.Name}; null when there is none.",
            ResolvedType = TypeRegistry.Reference(entity.Name),
            Arguments = new QueryArguments(argument),
            Metadata = { [FieldMetadata.Key] = new EntityRoot(entity, property) },
        };
    }

    private static ObjectGraphType SubscriptionOf(IEnumerable<SubscriptionFieldDefinition> fields, RecordTypes records)
    {
        var subscription = new ObjectGraphType { Name = "Subscription", Description = "What can be followed as it happens." };
        foreach (var field in fields)
        {
            var answered = Record(field.Field, records);
            answered.ResolvedType = records.TypeOf(field.Field.ResultType, isNullable: false);
            answered.Metadata[FieldMetadata.SubscriptionKey] = field;
            // The engine reads the events itself; the schema is refused without a reader.
            answered.StreamResolver = SubscriptionReader.Instance;
            subscription.AddField(answered);
        }
        return subscription;
    }

    private static FieldType Record(RecordFieldDefinition record, RecordTypes records) => new()
    {
        Name = record.Name,
        Description = record.Description,
        ResolvedType = records.TypeOf(record.ResultType, isNullable: true),
        Arguments = records.ArgumentsOf(record.ArgumentsType),
        Metadata = { [FieldMetadata.Key] = new RecordRoot(record) },
    };
}
