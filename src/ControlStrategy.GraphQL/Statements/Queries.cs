using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.GraphQL.Statements;

/// <summary>The LINQ calls of a statement, over entity types known only at run time.</summary>
internal static class Queries
{
    public static Expression Where(Expression source, ParameterExpression row, Expression predicate) =>
        Call(nameof(Queryable.Where), source, [row.Type], Expression.Lambda(predicate, row));

    /// <summary>Lifts one of the model's filters, by its name.</summary>
    public static Expression WithoutFilter(Expression source, Type type, string filter) =>
        Expression.Call(typeof(EntityFrameworkQueryableExtensions), nameof(EntityFrameworkQueryableExtensions.IgnoreQueryFilters), [type], source, Expression.Constant(new[] { filter }, typeof(IReadOnlyCollection<string>)));

    public static Expression Select(Expression source, ParameterExpression row, Expression value) =>
        Call(nameof(Queryable.Select), source, [row.Type, value.Type], Expression.Lambda(value, row));

    public static Expression Take(Expression source, Type type, Expression count) =>
        Expression.Call(typeof(Queryable), nameof(Queryable.Take), [type], source, count);

    public static Expression Skip(Expression source, Type type, Expression count) =>
        Expression.Call(typeof(Queryable), nameof(Queryable.Skip), [type], source, count);

    /// <summary>Orders by all keys, the first one weighing most.</summary>
    public static Expression OrderBy(Expression source, ParameterExpression row, IEnumerable<(Expression Key, bool IsDescending)> keys)
    {
        var method = nameof(Queryable.OrderBy);
        foreach (var (key, isDescending) in keys)
        {
            source = Call(isDescending ? method + "Descending" : method, source, [row.Type, key.Type], Expression.Lambda(key, row));
            method = nameof(Queryable.ThenBy);
        }
        return source;
    }

    /// <summary>Pairs each parent with its children: <c>SelectMany(parent => children, (parent, child) => new Paired {…})</c>.</summary>
    public static Expression Pair(Expression parents, ParameterExpression parent, Expression parentKey, Expression children, Type childType)
    {
        var child = Expression.Parameter(childType, "child");
        var paired = typeof(Paired<,>).MakeGenericType(parentKey.Type, childType);
        var pair = Expression.MemberInit(
            Expression.New(paired),
            Expression.Bind(paired.GetProperty(nameof(Paired<,>.Key))!, parentKey),
            Expression.Bind(paired.GetProperty(nameof(Paired<,>.Child))!, child));
        var collection = Expression.Lambda(typeof(Func<,>).MakeGenericType(parent.Type, typeof(IEnumerable<>).MakeGenericType(childType)), children, parent);
        return Expression.Call(typeof(Queryable), nameof(Queryable.SelectMany), [parent.Type, childType, paired], parents, Expression.Quote(collection), Expression.Quote(Expression.Lambda(pair, parent, child)));
    }

    public static MethodCallExpression Contains(Expression keys, Expression key) =>
        Expression.Call(typeof(Queryable), nameof(Queryable.Contains), [key.Type], keys, key);

    /// <summary>Whether a foreign key, which may be null, is a key.</summary>
    public static BinaryExpression Equal(Expression foreignKey, Expression key) =>
        Expression.Equal(foreignKey, foreignKey.Type == key.Type ? key : Expression.Convert(key, foreignKey.Type));

    private static MethodCallExpression Call(string method, Expression source, Type[] types, LambdaExpression lambda) =>
        Expression.Call(typeof(Queryable), method, types, source, Expression.Quote(lambda));
}

/// <summary>A child with its parent's key.</summary>
internal sealed class Paired<TKey, TChild>
{
    public required TKey Key { get; init; }

    public required TChild Child { get; init; }
}
