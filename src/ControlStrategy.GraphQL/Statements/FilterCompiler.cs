using System.Linq.Expressions;
using System.Reflection;
using ControlStrategy.GraphQL.Filtering;
using ControlStrategy.GraphQL.Schema;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.GraphQL.Statements;

/// <summary>From a filter to the predicate EF translates.</summary>
internal sealed class FilterCompiler(Slots slots, Mappings mappings, IReadOnlyList<object?> values)
{
    private static readonly Expression True = Expression.Constant(true);
    private static readonly MethodInfo UpperCase = typeof(string).GetMethod(nameof(string.ToUpper), [])!;
    private static readonly MethodInfo Concatenate = typeof(string).GetMethod(nameof(string.Concat), [typeof(string), typeof(string)])!;

    public Expression Compile(Filter filter, Expression row) => filter switch
    {
        AllOf all => all.Parts.Select(part => Compile(part, row)).Aggregate(True, And),
        AnyOf any => any.Parts.Select(part => Compile(part, row)).Aggregate(Expression.OrElse),
        Comparison comparison => Compare(comparison, ColumnPath.PropertyOf(row, ((ScalarField)comparison.Field).Property)),
        RelatedMeets related => Related(related, Expression.Property(row, related.Field.Member)),
        ListMeets list => Listed(list, Expression.Property(row, list.Field.Member)),
        ChildrenMeet children => CompileFor(children.Comparisons, Number(children.Number, row)),
        _ => throw new NotSupportedException(filter.GetType().Name),
    };

    /// <summary>A number computed from a list below a row.</summary>
    public Expression Number(ChildrenNumber number, Expression owner)
    {
        var type = number.Field.Target.ClrType;
        Expression entries = Expression.Property(owner, number.Field.Member);
        var entry = Expression.Parameter(type, "entry");
        if (number.Where is { } where && Compile(where, entry) is var meets && meets != True)
            entries = Expression.Call(typeof(Enumerable), nameof(Enumerable.Where), [type], entries, Expression.Lambda(meets, entry));
        if (number.Column is null) return Expression.Call(typeof(Enumerable), nameof(Enumerable.Count), [type], entries);
        var valueType = typeof(Nullable<>).MakeGenericType(number.ValueType);
        var value = Expression.Lambda(Expression.Convert(ColumnPath.PropertyOf(entry, number.Column.Property), valueType), entry);
        if (number.Function != "sum") return Expression.Call(typeof(Enumerable), Names.Pascal(number.Function), [type, valueType], entries, value);
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.Sum), [type], entries, value);
    }

    private Expression CompileFor(Filter comparisons, Expression number) => comparisons switch
    {
        AllOf all => all.Parts.Select(part => CompileFor(part, number)).Aggregate(True, And),
        AnyOf any => any.Parts.Select(part => CompileFor(part, number)).Aggregate(Expression.OrElse),
        Comparison comparison => Compare(comparison, number),
        _ => throw new NotSupportedException(comparisons.GetType().Name),
    };

    private static Expression And(Expression left, Expression right) => left == True ? right : right == True ? left : Expression.AndAlso(left, right);

    private Expression Related(RelatedMeets related, Expression entity)
    {
        var isMissing = Expression.Equal(entity, Expression.Constant(null, entity.Type));
        if (related.Inner is null) return isMissing;
        var inner = Compile(related.Inner, entity);
        return related.Field.IsNullable ? And(Expression.Not(isMissing), inner) : inner;
    }

    private Expression Listed(ListMeets list, Expression entries)
    {
        var type = list.Field.Target.ClrType;
        if (list.Inner is null)
        {
            var any = Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [type], entries);
            return list.Any ? any : Expression.Not(any);
        }
        var entry = Expression.Parameter(type, "entry");
        var meets = Expression.Lambda(Compile(list.Inner, entry), entry);
        return list.Quantifier switch
        {
            "some" => Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [type], entries, meets),
            "none" => Expression.Not(Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [type], entries, meets)),
            _ => Expression.Call(typeof(Enumerable), nameof(Enumerable.All), [type], entries, meets),
        };
    }

    private Expression Compare(Comparison comparison, Expression column)
    {
        if (comparison.ValueIndex < 0) return CompareWithNull(comparison, column);
        if (comparison.IgnoresCase) column = Expression.Call(column, UpperCase);
        var holds = comparison.Operator == "in" ? In(comparison, column) : Holds(comparison, column);
        if (!comparison.IsNegated) return holds;
        var fails = Expression.Not(holds);
        // What is missing is not equal, not greater, not in the list; a null among the values says otherwise.
        return IsNullable(column) && !comparison.IncludesNull ? Expression.OrElse(IsMissing(column), fails) : fails;
    }

    private static Expression CompareWithNull(Comparison comparison, Expression column)
    {
        if (comparison.Operator != "eq") return Expression.Constant(comparison.IsNegated);
        if (!IsNullable(column)) return Expression.Constant(comparison.IsNegated);
        return comparison.IsNegated ? Expression.Not(IsMissing(column)) : IsMissing(column);
    }

    private Expression In(Comparison comparison, Expression column)
    {
        var type = comparison.Field.ValueType;
        var listType = typeof(List<>).MakeGenericType(type);
        var slot = slots.Add(listType, values[comparison.ValueIndex], mappings.ListOf(comparison.Field.Mapping(mappings), type), comparison.ValueIndex);
        var list = Expression.Call(typeof(EF), nameof(EF.Parameter), [listType], slot);
        var holds = (Expression)Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [type], list, Unwrap(column, type));
        if (!IsNullable(column)) return holds;
        return comparison.IncludesNull ? Expression.OrElse(IsMissing(column), holds) : Expression.AndAlso(Expression.Not(IsMissing(column)), holds);
    }

    private Expression Holds(Comparison comparison, Expression column)
    {
        var value = Value(comparison, column.Type);
        return comparison.Operator switch
        {
            "eq" => Expression.Equal(column, value),
            "gt" => Expression.GreaterThan(column, value),
            "gte" => Expression.GreaterThanOrEqual(column, value),
            "lt" => Expression.LessThan(column, value),
            "lte" => Expression.LessThanOrEqual(column, value),
            "contains" => Expression.GreaterThanOrEqual(IndexOf(column, value), Expression.Constant(0)),
            "startsWith" => Expression.Equal(IndexOf(column, value), Expression.Constant(0)),
            "endsWith" => EndsWith(column, value),
            _ => throw new NotSupportedException(comparison.Operator),
        };
    }

    private Expression Value(Comparison comparison, Type columnType)
    {
        var type = comparison.Field.ValueType;
        var slot = slots.Add(type, values[comparison.ValueIndex], comparison.Field.Mapping(mappings), comparison.ValueIndex);
        return type == columnType ? slot : Expression.Convert(slot, columnType);
    }

    private static Expression IndexOf(Expression column, Expression value) =>
        Expression.Call(column, typeof(string).GetMethod(nameof(string.IndexOf), [typeof(string)])!, value);

    /// <summary>Looks for the text with its end marked: LIKE would fold case on some databases, and SQLite's lengths stop at a NUL character.</summary>
    private static Expression EndsWith(Expression column, Expression value)
    {
        var marked = Expression.Add(column, Expression.Constant(Comparison.EndMark), Concatenate);
        var holds = Expression.GreaterThanOrEqual(IndexOf(marked, value), Expression.Constant(0));
        return Expression.AndAlso(Expression.Not(IsMissing(column)), holds);
    }

    private static bool IsNullable(Expression column) => !column.Type.IsValueType || Nullable.GetUnderlyingType(column.Type) is not null;

    private static Expression IsMissing(Expression column) => Expression.Equal(column, Expression.Constant(null, column.Type));

    private static Expression Unwrap(Expression column, Type type) => column.Type == type ? column : Expression.Convert(column, type);
}
