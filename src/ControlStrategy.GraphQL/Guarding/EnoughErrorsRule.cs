using GraphQL.Validation;
using GraphQLParser.AST;

namespace ControlStrategy.GraphQL.Guarding;

/// <summary>Ends validation at the last error that is told: each costs a comparison of a name with every name of the schema.</summary>
internal sealed class EnoughErrorsRule(int maximumErrors) : ValidationRuleBase, INodeVisitor
{
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(this);

    public ValueTask EnterAsync(ASTNode node, ValidationContext context) => Check(context);

    public ValueTask LeaveAsync(ASTNode node, ValidationContext context) => Check(context);

    private ValueTask Check(ValidationContext context)
    {
        if (!context.HasErrors) return default;
        var errors = context.Errors.ToList();
        return errors.Count < maximumErrors ? default : throw new EnoughErrorsException(errors);
    }
}

/// <summary>Carries the errors out of validation.</summary>
internal sealed class EnoughErrorsException(IReadOnlyList<ValidationError> errors) : Exception
{
    public IReadOnlyList<ValidationError> Errors => errors;
}
