using ControlStrategy.GraphQL.Planning;
using GraphQL.Types;

namespace ControlStrategy.GraphQL.Schema;

/// <summary>Connections, edges and their arguments.</summary>
internal sealed class ConnectionTypes(TypeRegistry registry, EngineLimits limits)
{
    public IGraphType Of(Entity entity) => Of(entity.ConnectionPrefix, entity.Name);

    /// <param name="prefix">Of the connection's and the edge's name.</param>
    /// <param name="node">Name of the entries' type.</param>
    public IGraphType Of(string prefix, string node)
    {
        var name = prefix + "Connection";
        if (registry.TryGet(name, out var known)) return known;
        var connection = registry.Add(new ObjectGraphType { Name = name, Description = $"A page of {node}." });
        Add(connection, "pageInfo", TypeRegistry.NonNull(PageInfo()), Texts.PageInfo);
        Add(connection, "edges", new ListGraphType(TypeRegistry.NonNull(Edge(prefix, node))), Texts.Edges);
        Add(connection, "nodes", TypeRegistry.ListOf(node), Texts.Nodes);
        Add(connection, "totalCount", TypeRegistry.NonNull(new IntGraphType()), Texts.TotalCount);
        return connection;
    }

    public QueryArguments PageArguments(Entity entity) => new([.. PageArguments(), .. ListArguments(entity)]);

    public QueryArguments PageArguments() => new(
    [
        new QueryArgument(new IntGraphType()) { Name = "first", Description = Texts.First(limits) },
        new QueryArgument(new StringGraphType()) { Name = "after", Description = Texts.After },
        new QueryArgument(new IntGraphType()) { Name = "last", Description = Texts.Last(limits) },
        new QueryArgument(new StringGraphType()) { Name = "before", Description = Texts.Before },
    ]);

    public static QueryArguments ListArguments(Entity entity) => new(
    [
        new QueryArgument(TypeRegistry.Reference(EntityTypes.Filter(entity))) { Name = "where", Description = Texts.Where },
        new QueryArgument(TypeRegistry.ListOf(EntityTypes.Sort(entity))) { Name = "order", Description = Texts.Order },
        .. Moment(entity),
    ]);

    /// <summary>The argument that asks for the rows of a moment, where they have a history.</summary>
    public static IEnumerable<QueryArgument> Moment(Entity entity) => entity.History is null
        ? []
        : [new QueryArgument(TypeRegistry.Reference(UtcDateTimeGraphType.TypeName)) { Name = MomentReader.Argument, Description = Texts.AsAt }];

    private ObjectGraphType Edge(string prefix, string node)
    {
        var edge = registry.Add(new ObjectGraphType { Name = prefix + "Edge", Description = $"One {node} of a page, with its cursor." });
        Add(edge, "cursor", TypeRegistry.NonNull(new StringGraphType()), "The place of this entry in the order; opaque.");
        Add(edge, "node", TypeRegistry.NonNull(TypeRegistry.Reference(node)), "The entry.");
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
        var cursors = TypeRegistry.NonNull(TypeRegistry.ListOf(PageCursor().Name));
        Add(info, "forwardCursors", cursors, Texts.ForwardCursors);
        Add(info, "backwardCursors", cursors, Texts.BackwardCursors);
        return info;
    }

    private ObjectGraphType PageCursor()
    {
        var cursor = registry.Add(new ObjectGraphType { Name = "PageCursor", Description = "A page near this one." });
        Add(cursor, "page", TypeRegistry.NonNull(new IntGraphType()), "Its number; the list's first page is 1.");
        Add(cursor, "cursor", TypeRegistry.NonNull(new StringGraphType()), "What leads there: with first and after, or with last and before.");
        return cursor;
    }

    private static void Add(ObjectGraphType type, string name, IGraphType fieldType, string description) =>
        type.AddField(new FieldType { Name = name, ResolvedType = fieldType, Description = description });
}
