using ControlStrategy.GraphQL.Execution;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace ControlStrategy.GraphQL.Guarding;

/// <summary>
/// Ends validation at the last error that is told, for each costs a comparison of a name with every name of the schema; and when a document
/// takes longer than it may.
/// </summary>
internal sealed class BoundedValidationRule(EngineLimits limits, TimeProvider clock) : ValidationRuleBase
{
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(new Visitor(limits, clock));

    private sealed class Visitor(EngineLimits limits, TimeProvider clock) : INodeVisitor
    {
        /// <summary>A step that takes longer waits for the machine or the compiler: no document is refused for that, and a step cannot be cut short.</summary>
        private static readonly TimeSpan LongestStep = TimeSpan.FromMilliseconds(2);

        private readonly TimeSpan _limit = TimeSpan.FromMilliseconds(limits.MaximumValidationMilliseconds);
        private long _last = clock.GetTimestamp();
        private TimeSpan _taken;

        public ValueTask EnterAsync(ASTNode node, ValidationContext context) => Check(context);

        public ValueTask LeaveAsync(ASTNode node, ValidationContext context) => Check(context);

        private ValueTask Check(ValidationContext context)
        {
            CheckTime();
            if (!context.HasErrors) return default;
            var errors = context.Errors.ToList();
            return errors.Count < limits.MaximumErrors ? default : throw new EnoughErrorsException(errors);
        }

        private void CheckTime()
        {
            var now = clock.GetTimestamp();
            var step = clock.GetElapsedTime(_last, now);
            _taken += step < LongestStep ? step : LongestStep;
            _last = now;
            if (_taken > _limit) throw new RefusedError(Errors.ValidationTime(limits.MaximumValidationMilliseconds));
        }
    }
}

/// <summary>Carries the errors out of validation.</summary>
internal sealed class EnoughErrorsException(IReadOnlyList<ValidationError> errors) : Exception
{
    public IReadOnlyList<ValidationError> Errors => errors;
}
