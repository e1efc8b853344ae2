using System.Linq.Expressions;
using System.Reflection;
using ControlStrategy.GraphQL.Schema;
using ControlStrategy.GraphQL.Statements;

namespace ControlStrategy.GraphQL.Grouping;

/// <summary>A value of a row: a column reached over to-one relations, or an expression of the application's.</summary>
internal sealed class RowValue
{
    private readonly ColumnPath? _path;
    private readonly LambdaExpression? _expression;

    private readonly ColumnPath? _given;

    public RowValue(ColumnPath path) => (_given, _path) = (path, path.Reduced());

    public RowValue(LambdaExpression expression) => _expression = expression;

    /// <summary>Told from a lambda: where it only follows members, it is a column.</summary>
    public static RowValue Of(EntityModel model, Entity entity, LambdaExpression given)
    {
        if (!MemberPath.IsPath(given)) return new RowValue(given);
        var members = MemberPath.Of(given);
        var (owner, through) = MemberPath.Follow(model, entity, members.SkipLast(1));
        return new RowValue(new ColumnPath(through, owner.EfType.FindProperty(members[^1].Name)!));
    }

    /// <summary>As it was written: the same value, with every relation it reaches over.</summary>
    public Expression Given(ParameterExpression row) => _given?.On(row) ?? Inlined.On(_expression!, row);

    public Expression On(ParameterExpression row) => _path?.On(row) ?? Inlined.On(_expression!, row);
}

/// <summary>Lambdas that only follow members.</summary>
internal static class MemberPath
{
    public static bool IsPath(LambdaExpression lambda)
    {
        var body = Bare(lambda.Body);
        while (body is MemberExpression { Member: PropertyInfo, Expression: { } inner })
            body = inner;
        return body == lambda.Parameters[0] && Bare(lambda.Body) is MemberExpression;
    }

    /// <exception cref="InvalidOperationException">The lambda does something else.</exception>
    public static IReadOnlyList<PropertyInfo> Of(LambdaExpression lambda)
    {
        if (!IsPath(lambda)) throw new InvalidOperationException($"{lambda} does not name a member.");
        var members = new List<PropertyInfo>();
        for (var body = Bare(lambda.Body); body is MemberExpression member; body = member.Expression!)
            members.Insert(0, (PropertyInfo)member.Member);
        return members;
    }

    /// <summary>The entity at the end of to-one relations, and the relations.</summary>
    public static (Entity Owner, IReadOnlyList<ReferenceField> Through) Follow(EntityModel model, Entity entity, IEnumerable<PropertyInfo> members)
    {
        var through = members.Aggregate(new List<ReferenceField>(), (passed, member) => [.. passed, (ReferenceField)(passed.Count == 0 ? entity : passed[^1].Target)[Names.Camel(member.Name)]]);
        return (through.Count == 0 ? entity : model[through[^1].Target.ClrType], through);
    }

    private static Expression Bare(Expression body) => body is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : body;
}

/// <summary>Puts a row into a lambda of the application's. What the lambda has captured becomes part of the statement: it never changes.</summary>
internal sealed class Inlined(ParameterExpression parameter, Expression row) : ExpressionVisitor
{
    public static Expression On(LambdaExpression lambda, Expression row) => new Inlined(lambda.Parameters[0], row).Visit(lambda.Body);

    protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? row : node;

    protected override Expression VisitMember(MemberExpression node) => node is { Expression: ConstantExpression { Value: { } closure }, Member: FieldInfo field }
        ? Expression.Constant(field.GetValue(closure), node.Type)
        : base.VisitMember(node);
}
