using System.Linq.Expressions;
using ControlStrategy.GraphQL.Schema;

namespace ControlStrategy.GraphQL.Planning;

/// <summary>The one place that is asked whether something may be read.</summary>
internal sealed class ReadGuard(ReadAccess access)
{
    /// <summary>Names what is decided.</summary>
    public string Key => access.Key;

    /// <exception cref="RequestException">The entity's rows may not be read.</exception>
    public void Require(Entity entity)
    {
        if (!access.CanRead(entity.ClrType, null)) throw Errors.Forbidden(entity.Name);
    }

    /// <exception cref="RequestException">The member may not be read, nor what it leads to.</exception>
    public void Require(Entity entity, EntityField field)
    {
        if (!access.CanRead(entity.ClrType, field.Name)) throw Errors.Forbidden($"{entity.Name}.{field.Name}");
        if (field is ReferenceField reference) Require(reference.Target);
        else if (field is CollectionField collection) Require(collection.Target);
    }

    /// <summary>Asks of all members that an expression over rows reads.</summary>
    /// <exception cref="RequestException">One of them may not be read.</exception>
    public void Require(EntityModel model, Expression expression) => new Members(this, model).Visit(expression);

    private sealed class Members(ReadGuard guard, EntityModel model) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression is { } owner && model.Entities.FirstOrDefault(entity => entity.ClrType == owner.Type) is { } entity)
            {
                // A foreign key is what its relation says.
                var field = entity.Fields.FirstOrDefault(field => field.Name == Names.Camel(node.Member.Name))
                    ?? entity.Fields.OfType<ReferenceField>().FirstOrDefault(field => field.Navigation.IsOnDependent && field.Navigation.ForeignKey.Properties.Any(key => key.Name == node.Member.Name));
                if (field is not null) guard.Require(entity, field);
            }
            return base.VisitMember(node);
        }
    }
}
