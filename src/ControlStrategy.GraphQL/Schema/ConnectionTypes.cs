using GraphQL.Types;

namespace ControlStrategy.GraphQL.Schema;

/// <summary>Connections, edges and their arguments.</summary>
internal sealed class ConnectionTypes(TypeRegistry registry, EngineLimits limits)
{
    public IGraphType Of(Entity entity)
    {
        var name = entity.ConnectionPrefix + "Connection";
        if (registry.TryGet(name, out var known)) return known;
        var connection = registry.Add(new ObjectGraphType { Name = name, Description = $"A page of {entity.Name}." });
        Add(connection, "pageInfo", TypeRegistry.NonNull(PageInfo()), Texts.PageInfo);
        Add(connection, "edges", new ListGraphType(TypeRegistry.NonNull(Edge(entity))), Texts.Edges);
        Add(connection, "nodes", TypeRegistry.ListOf(entity.Name), Texts.Nodes);
        Add(connection, "totalCount", TypeRegistry.NonNull(new IntGraphType()), Texts.TotalCount);
        return connection;
    }

    public QueryArguments PageArguments(Entity entity) => new(
    [
        new QueryArgument(new IntGraphType()) { Name = "first", Description = Texts.First(limits) },
        new QueryArgument(new StringGraphType()) { Name = "after", Description = Texts.After },
        new QueryArgument(new IntGraphType()) { Name = "last", Description = Texts.Last(limits) },
        new QueryArgument(new StringGraphType()) { Name = "before", Description = Texts.Before },
        .. ListArguments(entity),
    ]);

    public static QueryArguments ListArguments(Entity entity) => new(
    [
        new QueryArgument(TypeRegistry.Reference(EntityTypes.Filter(entity))) { Name = "where", Description = Texts.Where },
        new QueryArgument(TypeRegistry.ListOf(EntityTypes.Sort(entity))) { Name = "order", Description = Texts.Order },
    ]);

    private ObjectGraphType Edge(Entity entity)
    {
        var edge = registry.Add(new ObjectGraphType { Name = entity.ConnectionPrefix + "Edge", Description = $"One {entity.Name} of a page, with its cursor." });
        Add(edge, "cursor", TypeRegistry.NonNull(new StringGraphType()), "The place of this entry in the order; opaque.");
        Add(edge, "node", TypeRegistry.NonNull(TypeRegistry.Reference(entity.Name)), "The entry.");
        return edge;
    }

    private IGraphType PageInfo()
    {
        if (registry.TryGet("PageInfo", out var known)) return known;
        var info = registry.Add(new ObjectGraphType { Name = "PageInfo", Description = "Where a page stands in its list." });
        Add(info, "hasNextPage", TypeRegistry.NonNull(new BooleanGraphType()), "Whether entries follow this page.");
        Add(info, "hasPreviousPage", TypeRegistry.NonNull(new BooleanGraphType()), "Whether entries precede this page.");
        Add(info, "startCursor", new StringGraphType(), "Cursor of the first entry; null on an empty page.");
        Add(info, "endCursor", new StringGraphType(), "Cursor of the last entry; null on an empty page.");
        return info;
    }

    private static void Add(ObjectGraphType type, string name, IGraphType fieldType, string description) =>
        type.AddField(new FieldType { Name = name, ResolvedType = fieldType, Description = description });
}
