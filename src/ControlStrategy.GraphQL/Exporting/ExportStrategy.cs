using ControlStrategy.GraphQL.Execution;
using ControlStrategy.GraphQL.Http;
using ControlStrategy.GraphQL.Planning;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace ControlStrategy.GraphQL.Exporting;

/// <summary>Plans a valid operation as an export instead of running it.</summary>
internal sealed class ExportStrategy(Planner planner) : IExecutionStrategy
{
    public Task<ExecutionResult> ExecuteAsync(ExecutionContext context)
    {
        var result = new ExecutionResult { Document = context.Document, Operation = context.Operation };
        try
        {
            if (context.Operation.Operation != OperationType.Query)
                throw new RequestException(QueriesOnlyRule.Code, "Only a query can be answered as a file.");
            result.Data = planner.PlanExport(OperationValues.Of(context), context.Schema.Query);
        }
        catch (RequestException refused)
        {
            result.AddError(new RefusedError(refused));
        }
        return Task.FromResult(result);
    }

    public Task ExecuteNodeTreeAsync(ExecutionContext context, ExecutionNode rootNode) => throw new NotSupportedException();

    public Dictionary<string, (GraphQLField field, FieldType fieldType)>? GetSubFields(ExecutionContext executionContext, ExecutionNode executionNode) =>
        throw new NotSupportedException();
}
