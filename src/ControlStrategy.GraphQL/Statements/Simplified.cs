using System.Linq.Expressions;

namespace ControlStrategy.GraphQL.Statements;

/// <summary>A condition without the parts that decide nothing.</summary>
internal sealed class Simplified : ExpressionVisitor
{
    private static readonly Simplified Instance = new();

    public static Expression Of(Expression condition) => Instance.Visit(condition);

    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.NodeType is not (ExpressionType.AndAlso or ExpressionType.OrElse)) return node;
        var (left, right) = (Visit(node.Left), Visit(node.Right));
        var decides = node.NodeType == ExpressionType.OrElse;
        if (IsConstant(left) is { } first) return first == decides ? left : right;
        if (IsConstant(right) is { } second) return second == decides ? right : left;
        return node.Update(left, node.Conversion, right);
    }

    protected override Expression VisitUnary(UnaryExpression node)
    {
        if (node.NodeType != ExpressionType.Not) return node;
        var operand = Visit(node.Operand);
        return IsConstant(operand) is { } value ? Expression.Constant(!value) : node.Update(operand);
    }

    private static bool? IsConstant(Expression expression) => expression is ConstantExpression { Value: bool value } ? value : null;
}
