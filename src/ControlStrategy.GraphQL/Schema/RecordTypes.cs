using System.Reflection;
using ControlStrategy.GraphQL.Records;
using GraphQL.Types;

namespace ControlStrategy.GraphQL.Schema;

/// <summary>Object types and arguments of hand-written fields, read from documented records.</summary>
internal sealed class RecordTypes(TypeRegistry registry, ScalarTypes scalars)
{
    private readonly NullabilityInfoContext _nullability = new();

    public IGraphType TypeOf(Type type, bool isNullable)
    {
        var shown = Nullable.GetUnderlyingType(type) ?? type;
        var named = Named(shown);
        return isNullable ? named : TypeRegistry.NonNull(named);
    }

    public QueryArguments ArgumentsOf(Type arguments) => new(arguments.GetProperties().Select(property =>
        new QueryArgument(MemberType(property)) { Name = Names.Camel(property.Name), Description = Descriptions.Of(property) }));

    private IGraphType Named(Type type)
    {
        if (EntityKeys.EntityOf(type) is { } entity) return TypeRegistry.Reference(entity.Name);
        if (ScalarTypes.IsScalar(type)) return scalars.Of(type);
        if (RecordMembers.ElementOf(type) is { } element) return new ListGraphType(TypeOf(element, Nullable.GetUnderlyingType(element) is not null));
        return registry.TryGet(type.Name, out var known) ? known : Object(type);
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

    private IGraphType MemberType(PropertyInfo property)
    {
        var isNullable = property.PropertyType.IsValueType
            ? Nullable.GetUnderlyingType(property.PropertyType) is not null
            : _nullability.Create(property).ReadState == NullabilityState.Nullable;
        return TypeOf(property.PropertyType, isNullable);
    }
}
