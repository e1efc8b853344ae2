using System.Reflection;
using ControlStrategy.GraphQL.Records;
using GraphQL.Types;

namespace ControlStrategy.GraphQL.Schema;

/// <summary>Object types and arguments of hand-written fields, read from documented records.</summary>
internal sealed class RecordTypes(TypeRegistry registry, ScalarTypes scalars)
{
    private readonly NullabilityInfoContext _nullability = new();

    public IGraphType TypeOf(Type type, bool isNullable, bool isInput = false)
    {
        var shown = Nullable.GetUnderlyingType(type) ?? type;
        var named = Named(shown, isInput);
        return isNullable ? named : TypeRegistry.NonNull(named);
    }

    public QueryArguments ArgumentsOf(Type arguments) => new(arguments.GetProperties().Select(property =>
        new QueryArgument(MemberType(property, isInput: true)) { Name = Names.Camel(property.Name), Description = Descriptions.Of(property) }));

    private IGraphType Named(Type type, bool isInput)
    {
        if (EntityKeys.EntityOf(type) is { } entity) return TypeRegistry.Reference(entity.Name);
        if (ScalarTypes.IsScalar(type)) return scalars.Of(type);
        if (RecordMembers.ElementOf(type) is { } element) return new ListGraphType(TypeOf(element, Nullable.GetUnderlyingType(element) is not null, isInput));
        if (registry.TryGet(type.Name, out var known)) return known;
        return isInput ? Input(type) : Object(type);
    }

    private InputObjectGraphType Input(Type type)
    {
        var graphType = registry.Add(new InputObjectGraphType { Name = type.Name, Description = Descriptions.Of(type) });
        foreach (var property in type.GetProperties())
            graphType.AddField(new FieldType { Name = Names.Camel(property.Name), ResolvedType = MemberType(property, isInput: true), Description = Descriptions.Of(property) });
        return graphType;
    }

    private ObjectGraphType Object(Type type)
    {
        var graphType = registry.Add(new ObjectGraphType { Name = type.Name, Description = Descriptions.Of(type) });
        foreach (var member in RecordMembers.Of(type))
        {
            graphType.AddField(new FieldType
            {
                Name = member.Name,
                ResolvedType = MemberType(member.Property),
                Description = Descriptions.Of(member.Property),
                Metadata = { [FieldMetadata.Key] = member },
            });
        }
        return graphType;
    }

    private IGraphType MemberType(PropertyInfo property, bool isInput = false)
    {
        var isNullable = property.PropertyType.IsValueType
            ? Nullable.GetUnderlyingType(property.PropertyType) is not null
            : _nullability.Create(property).ReadState == NullabilityState.Nullable;
        return TypeOf(property.PropertyType, isNullable, isInput);
    }
}
