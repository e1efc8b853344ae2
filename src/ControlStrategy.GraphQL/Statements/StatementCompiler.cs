using System.Linq.Expressions;
using ControlStrategy.GraphQL.Filtering;
using ControlStrategy.GraphQL.Planning;
using ControlStrategy.GraphQL.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ControlStrategy.GraphQL.Statements;

/// <summary>Makes the statements of lists: EF translates, the plan keeps the text.</summary>
internal sealed class StatementCompiler(DbContext context, IReadOnlyList<object?> values)
{
    private readonly Mappings _mappings = new(context);

    public Mappings Mappings => _mappings;

    public IReadOnlyList<object?> Values => values;

    public Dialect Dialect { get; } = Dialect.Of(context);

    /// <summary>The rows of a list at the root.</summary>
    public Statement RootRows(Entity entity, ListRequest request, Columns columns)
    {
        var slots = new Slots();
        var row = Expression.Parameter(entity.ClrType, "row");
        var joined = IsInStoredOrder(entity, request) ? columns.Joined : [];
        var source = Page(Filtered(Set(entity.ClrType, request), entity.ClrType, request, slots), entity.ClrType, request, slots, joined);
        return Translate(Queries.Select(source, row, columns.Project(row, Filters(slots))), slots);
    }

    /// <summary>
    /// Whether the rows are asked for as they lie, all of them in the order of their key: then what they refer to is joined while they are read.
    /// Else the page comes first, so that nothing is joined that is sorted away, at the price of a table in between and a second sort.
    /// </summary>
    private static bool IsInStoredOrder(Entity entity, ListRequest request) =>
        request.Where is null or AllOf { Parts.Count: 0 } && request.Order is [{ Column: ColumnPath { Through: [] } path }] && path.Property == entity.Key.Property;

    /// <summary>The number of rows of a list at the root.</summary>
    /// <param name="entity">What is counted.</param>
    /// <param name="request">The list.</param>
    /// <param name="fromCursor">Whether to count only what lies beyond the cursor that paging starts from.</param>
    public Statement RootCount(Entity entity, ListRequest request, bool fromCursor = false)
    {
        var slots = new Slots();
        var row = Expression.Parameter(entity.ClrType, "row");
        var source = Counted(Set(entity.ClrType, request), entity.ClrType, request, fromCursor, slots);
        return Translate(Queries.Select(source, row, Expression.Constant(1)), slots).Counting();
    }

    /// <summary>One row by a unique column, whose value is one of the request's.</summary>
    public Statement RowBy(Entity entity, ScalarField by, int valueIndex, Columns columns)
    {
        var filter = new Comparison(by, "eq", IsNegated: false, valueIndex);
        var slots = new Slots();
        var row = Expression.Parameter(entity.ClrType, "row");
        return Translate(Queries.Select(Where(Set(entity.ClrType), entity.ClrType, filter, slots), row, columns.Project(row, Filters(slots))), slots);
    }

    /// <summary>Entities by their keys.</summary>
    public Statement RowsByKey(Entity entity, Columns columns)
    {
        var slots = new Slots();
        var row = Expression.Parameter(entity.ClrType, "row");
        var source = Queries.Where(Set(entity.ClrType), row, IsParent(ColumnPath.PropertyOf(row, entity.Key.Property), entity.Key.Property, slots));
        return Translate(Queries.Select(source, row, columns.Project(row, Filters(slots))), slots);
    }

    /// <summary>The rows of a list under parents. The parent's key is the first column.</summary>
    public Statement ChildRows(Entity parentEntity, CollectionField field, ListRequest request, Columns columns)
    {
        var slots = new Slots();
        var pairs = request.Page is not null && Dialect.IsSqlite && field.ChildForeignKey is { } foreignKey
            ? PagesByKey(parentEntity, field, foreignKey, request, slots)
            : Pairs(parentEntity, field, request, slots);
        var pair = Expression.Parameter(pairs.Type.GetGenericArguments()[0], "pair");
        var key = Expression.Property(pair, nameof(Paired<,>.Key));
        var child = Expression.Property(pair, nameof(Paired<,>.Child));
        var order = Keys(child, request, slots).Prepend((key, false));
        var projection = Expression.NewArrayInit(typeof(object), [Expression.Convert(key, typeof(object)), .. ((NewArrayExpression)columns.Project(child, Filters(slots))).Expressions]);
        return Translate(Queries.Select(Queries.OrderBy(pairs, pair, order), pair, projection), slots);
    }

    /// <summary>Children with their parents' keys.</summary>
    private Expression Pairs(Entity parentEntity, CollectionField field, ListRequest request, Slots slots)
    {
        var parent = Expression.Parameter(parentEntity.ClrType, "parent");
        var parentKey = ColumnPath.PropertyOf(parent, parentEntity.Key.Property);
        var type = field.Target.ClrType;
        var parents = Queries.Where(Set(parentEntity.ClrType, request), parent, IsParent(parentKey, parentEntity.Key.Property, slots));
        var children = Filtered(ChildrenOf(field, parent, parentKey, parentEntity.Key.Property, slots), type, request, slots);
        if (request.Page is not null) children = Page(children, type, request, slots);
        return Queries.Pair(parents, parent, parentKey, children, type);
    }

    /// <summary>
    /// Each parent's page as the children whose keys are in it: SQLite reads a page along an index and stops at its end,
    /// where it would rank all children of a parent otherwise.
    /// </summary>
    private Expression PagesByKey(Entity parentEntity, CollectionField field, IProperty foreignKey, ListRequest request, Slots slots)
    {
        var parent = Expression.Parameter(parentEntity.ClrType, "parent");
        var parentKey = ColumnPath.PropertyOf(parent, parentEntity.Key.Property);
        var type = field.Target.ClrType;
        var parents = Queries.Where(Set(parentEntity.ClrType, request), parent, IsParent(parentKey, parentEntity.Key.Property, slots));
        var pairs = Queries.Pair(parents, parent, parentKey, Set(type), type);

        var pair = Expression.Parameter(pairs.Type.GetGenericArguments()[0], "pair");
        var sibling = Expression.Parameter(type, "sibling");
        var isChild = Queries.Equal(ColumnPath.PropertyOf(sibling, foreignKey), Expression.Property(pair, nameof(Paired<,>.Key)));
        var page = Page(Filtered(Queries.Where(Set(type), sibling, isChild), type, request, slots), type, request, slots);
        var row = Expression.Parameter(type, "row");
        var keyProperty = field.Target.Key.Property;
        var keys = Queries.Select(page, row, ColumnPath.PropertyOf(row, keyProperty));
        var child = Expression.Property(pair, nameof(Paired<,>.Child));
        return Queries.Where(pairs, pair, Queries.Contains(keys, ColumnPath.PropertyOf(child, keyProperty)));
    }

    /// <summary>The number of rows of a list under each parent: key and count.</summary>
    public Statement ChildCounts(Entity parentEntity, CollectionField field, ListRequest request, bool fromCursor = false)
    {
        var slots = new Slots();
        var parent = Expression.Parameter(parentEntity.ClrType, "parent");
        var parentKey = ColumnPath.PropertyOf(parent, parentEntity.Key.Property);
        var parents = Queries.Where(Set(parentEntity.ClrType, request), parent, IsParent(parentKey, parentEntity.Key.Property, slots));
        var type = field.Target.ClrType;
        var children = Counted(Entries(field, parent), type, request, fromCursor, slots);
        var count = Expression.Call(typeof(Queryable), nameof(Queryable.Count), [type], children);
        var projection = Expression.NewArrayInit(typeof(object), Expression.Convert(parentKey, typeof(object)), Expression.Convert(count, typeof(object)));
        return Translate(Queries.Select(parents, parent, projection), slots);
    }

    /// <summary>A page of children ranks rows within each parent: naming the parents again inside keeps it from ranking the whole table.</summary>
    private Expression ChildrenOf(CollectionField field, Expression parent, Expression parentKey, IProperty keyProperty, Slots slots)
    {
        if (field.ChildForeignKey is not { } foreignKey) return Entries(field, parent);
        var child = Expression.Parameter(field.Target.ClrType, "child");
        var parentOfChild = ColumnPath.PropertyOf(child, foreignKey);
        var isChild = Queries.Equal(parentOfChild, parentKey);
        var source = Queries.Where(Set(field.Target.ClrType), child, IsParent(parentOfChild, keyProperty, slots));
        return Queries.Where(source, child, isChild);
    }

    private static Expression Entries(CollectionField field, Expression parent) =>
        Expression.Call(typeof(Queryable), nameof(Queryable.AsQueryable), [field.Target.ClrType], Expression.Property(parent, field.Member));

    private Expression Counted(Expression source, Type type, ListRequest request, bool fromCursor, Slots slots)
    {
        source = Where(source, type, request.Where, slots);
        if (!fromCursor || request.Page?.Start is not { } start) return source;
        var row = Expression.Parameter(type, "row");
        return Queries.Where(source, row, new KeysetCompiler(slots, _mappings, Dialect, values).Compile(request.Order, start, row, precedes: request.Page.IsBackward));
    }

    private Expression Filtered(Expression source, Type type, ListRequest request, Slots slots)
    {
        source = Where(source, type, request.Where, slots);
        var row = Expression.Parameter(type, "row");
        var keyset = new KeysetCompiler(slots, _mappings, Dialect, values);
        if (request.Page?.After is { } after)
            source = Queries.Where(source, row, keyset.Compile(request.Order, after, row, precedes: false));
        if (request.Page?.Before is { } before)
            source = Queries.Where(source, row, keyset.Compile(request.Order, before, row, precedes: true));
        return source;
    }

    /// <summary>The rows that meet a filter.</summary>
    public Expression Where(Expression source, Type type, Filter? filter, Slots slots)
    {
        if (filter is null or AllOf { Parts.Count: 0 }) return source;
        var row = Expression.Parameter(type, "row");
        return Queries.Where(source, row, Filters(slots).Compile(filter, row));
    }

    /// <param name="source">Rows.</param>
    /// <param name="type">Their type.</param>
    /// <param name="request">The list.</param>
    /// <param name="slots">Where its values go.</param>
    /// <param name="joined">
    /// Columns of other tables to be joined before the limit: EF joins there what it orders by, and behind a key they decide nothing.
    /// </param>
    private Expression Page(Expression source, Type type, ListRequest request, Slots slots, params IEnumerable<ColumnPath> joined)
    {
        var row = Expression.Parameter(type, "row");
        source = Queries.OrderBy(source, row, Keys(row, request, slots).Concat(joined.Select(column => (column.On(row), false))));
        if (request.Page!.SkipIndex >= 0)
            source = Queries.Skip(source, type, slots.Add(typeof(int), 1, _mappings.RowLimit, request.Page.SkipIndex));
        return Queries.Take(source, type, slots.Add(typeof(int), 1, _mappings.RowLimit, request.Page!.RowsIndex));
    }

    private FilterCompiler Filters(Slots slots) => new(slots, _mappings, values);

    private IEnumerable<(Expression Key, bool IsDescending)> Keys(Expression row, ListRequest request, Slots slots) => request.Order.Select(key =>
        (key.Column.On(row, Filters(slots)), key.IsDescending ^ (request.Page?.IsBackward ?? false)));

    private MethodCallExpression IsParent(Expression key, IProperty keyProperty, Slots slots)
    {
        var type = keyProperty.ClrType;
        var listType = typeof(List<>).MakeGenericType(type);
        var slot = slots.Add(listType, Activator.CreateInstance(listType), _mappings.ListOf(keyProperty, type), Slot.ParentKeys);
        var keys = Expression.Call(typeof(EF), nameof(EF.Parameter), [listType], slot);
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [type], keys, key.Type == type ? key : Expression.Convert(key, type));
    }

    /// <summary>All rows of an entity.</summary>
    public Expression Set(Type type) => SetOf(type).Expression;

    /// <summary>The same for a list that does without one of the model's filters, which is lifted for all of the statement.</summary>
    public Expression Set(Type type, ListRequest request) => request.LiftedFilter is { } lifted ? Queries.WithoutFilter(Set(type), type, lifted) : Set(type);

    private IQueryable SetOf(Type type) =>
        (IQueryable)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type).Invoke(context, null)!;

    public Statement Translate(Expression query, Slots slots)
    {
        var anyEntity = context.Model.GetEntityTypes().First(type => !type.HasSharedClrType).ClrType;
        return Statement.Translate(SetOf(anyEntity).Provider.CreateQuery(query), slots);
    }
}
