using GraphQL.Validation;
using GraphQLParser.AST;

namespace ControlStrategy.GraphQL.Http;

/// <summary>GET changes nothing, so it runs queries only.</summary>
internal sealed class QueriesOnlyRule : ValidationRuleBase
{
    public const string Code = "QUERIES_ONLY";

    public static readonly QueriesOnlyRule Instance = new();

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        if (context.Operation.Operation != OperationType.Query)
            context.ReportError(new ValidationError("GET runs queries only; use POST.") { Code = Code });
        return default;
    }
}
