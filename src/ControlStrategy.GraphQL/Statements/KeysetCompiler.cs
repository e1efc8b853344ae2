using System.Linq.Expressions;
using ControlStrategy.GraphQL.Paging;

namespace ControlStrategy.GraphQL.Statements;

/// <summary>From an order and a cursor to "the rows behind it", so that a page costs the same wherever it stands.</summary>
internal sealed class KeysetCompiler(Slots slots, Mappings mappings, Dialect dialect, IReadOnlyList<object?> values)
{
    private static readonly System.Reflection.MethodInfo CompareTexts = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;

    /// <summary>Rows that follow the cursor in the order, or precede it.</summary>
    public Expression Compile(IReadOnlyList<SortKey> keys, CursorValues cursor, Expression row, bool precedes)
    {
        Expression result = Expression.Constant(false);
        for (var i = keys.Count - 1; i >= 0; i--)
        {
            var column = keys[i].Column.On(row, new FilterCompiler(slots, mappings, values));
            var (follows, ties) = Compare(keys[i], column, cursor.Indexes[i], keys[i].IsDescending ^ precedes);
            result = Expression.OrElse(follows, Expression.AndAlso(ties, result));
        }
        return result;
    }

    private (Expression Follows, Expression Ties) Compare(SortKey key, Expression column, int valueIndex, bool isDescending)
    {
        var nullsFirst = dialect.NullsFirst ^ isDescending;
        var isMissing = key.IsNullable ? Expression.Equal(Nullable(column), Expression.Constant(null, Nullable(column).Type)) : (Expression)Expression.Constant(false);
        if (valueIndex < 0)
            return (nullsFirst ? Expression.Not(isMissing) : Expression.Constant(false), isMissing);
        var slot = slots.Add(key.Operand.ValueType, values[valueIndex], key.Operand.Mapping(mappings), valueIndex);
        var value = slot.Type == column.Type ? slot : Expression.Convert(slot, column.Type);
        var follows = Ordered(column, value, isDescending);
        if (key.IsNullable && !nullsFirst) follows = Expression.OrElse(follows, isMissing);
        return (follows, Expression.Equal(column, value));
    }

    private static Expression Ordered(Expression column, Expression value, bool isDescending)
    {
        var type = System.Nullable.GetUnderlyingType(column.Type) ?? column.Type;
        if (type == typeof(string))
        {
            column = Expression.Call(CompareTexts, column, value);
            value = Expression.Constant(0);
        }
        else if (type == typeof(bool))
        {
            // The value may stand in a comparison only: anything else made of it would be frozen into the plan.
            return Expression.AndAlso(Expression.Equal(column, Expression.Constant(!isDescending, column.Type)), Expression.NotEqual(column, value));
        }
        else if (type.IsEnum)
        {
            var number = column.Type == type ? typeof(int) : typeof(int?);
            column = Expression.Convert(column, number);
            value = Expression.Convert(value, number);
        }
        return isDescending ? Expression.LessThan(column, value) : Expression.GreaterThan(column, value);
    }

    private static Expression Nullable(Expression column) => column.Type.IsValueType && System.Nullable.GetUnderlyingType(column.Type) is null
        ? Expression.Convert(column, typeof(Nullable<>).MakeGenericType(column.Type))
        : column;
}
