using GraphQL.Validation;
using GraphQLParser.AST;

namespace ControlStrategy.GraphQL.Http;

/// <summary>GET changes nothing, so it runs queries only, and as an event stream subscriptions too.</summary>
internal sealed class QueriesOnlyRule : ValidationRuleBase
{
    public const string Code = "QUERIES_ONLY";

    public static readonly QueriesOnlyRule Instance = new(withSubscriptions: false);

    public static readonly QueriesOnlyRule OrSubscriptions = new(withSubscriptions: true);

    private readonly bool _withSubscriptions;

    private QueriesOnlyRule(bool withSubscriptions) => _withSubscriptions = withSubscriptions;

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        var type = context.Operation.Operation;
        if (type != OperationType.Query && !(_withSubscriptions && type == OperationType.Subscription))
            context.ReportError(new ValidationError("GET runs queries only; use POST.") { Code = Code });
        return default;
    }
}
