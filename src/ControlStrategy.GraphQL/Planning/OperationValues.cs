using GraphQL.Execution;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace ControlStrategy.GraphQL.Planning;

/// <summary>A valid operation with one request's values.</summary>
/// <param name="Document">The document.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Arguments">Arguments of its fields, variables filled in.</param>
/// <param name="Directives">Its directives, variables filled in.</param>
/// <param name="Services">The request's services, which tell what the caller may read.</param>
internal sealed record OperationValues(
    GraphQLDocument Document,
    GraphQLOperationDefinition Operation,
    IReadOnlyDictionary<GraphQLField, IDictionary<string, ArgumentValue>>? Arguments,
    IReadOnlyDictionary<ASTNode, IDictionary<string, DirectiveInfo>>? Directives,
    IServiceProvider Services)
{
    public static OperationValues Of(ExecutionContext context) => new(context.Document, context.Operation, context.ArgumentValues, context.DirectiveValues, context.RequestServices!);

    public IDictionary<string, ArgumentValue>? ArgumentsOf(GraphQLField field) =>
        Arguments is not null && Arguments.TryGetValue(field, out var arguments) ? arguments : null;
}
