using ControlStrategy.GraphQL.Planning;
using ControlStrategy.GraphQL.Schema;
using ControlStrategy.GraphQL.Sessions;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>
/// Runs the engine's root fields as plans, everything else as GraphQL.NET does; one root field after the other, for they share a session.
/// </summary>
internal sealed class EngineStrategy(Planner planner, FieldRunner fields, SessionPool sessions) : SerialExecutionStrategy
{
    public override async Task<ExecutionResult> ExecuteAsync(ExecutionContext context)
    {
        try
        {
            return await base.ExecuteAsync(context);
        }
        catch (RefusedException refused)
        {
            return new ExecutionResult { Document = context.Document, Operation = context.Operation, Errors = [refused.Error] };
        }
    }

    public override async Task ExecuteNodeTreeAsync(ExecutionContext context, ExecutionNode rootNode)
    {
        var nodes = ((IParentExecutionNode)rootNode).GetChildNodes().OfType<PlannedNode>().ToList();
        var planned = planner.Plan(OperationValues.Of(context), [.. nodes.Select(node => node.Root)]);
        await using var lease = new Lease(sessions, planned.Sum(field => field.Plan.Statements) > 1, context.CancellationToken);
        for (var i = 0; i < planned.Length; i++)
            (nodes[i].Planned, nodes[i].Lease) = (planned[i], lease);
        await base.ExecuteNodeTreeAsync(context, rootNode);
    }

    protected override ExecutionNode BuildExecutionNode(ExecutionNode parent, IGraphType graphType, GraphQLField field, FieldType fieldDefinition, int? indexInParentNode = null) =>
        FieldMetadata.Find<RootField>(fieldDefinition) is null
            ? base.BuildExecutionNode(parent, graphType, field, fieldDefinition, indexInParentNode)
            : new PlannedNode(parent, graphType, field, fieldDefinition);

    protected override async Task ExecuteNodeAsync(ExecutionContext context, ExecutionNode node)
    {
        if (node is not PlannedNode planned)
        {
            await base.ExecuteNodeAsync(context, node);
            return;
        }
        try
        {
            var json = await fields.RunAsync(planned.Planned!, planned.Lease!, context.RequestServices!, planned.Lease!.AnswerBytes);
            planned.Lease.AnswerBytes += json.Length;
            node.Result = new RawJson(json);
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (RequestException refused)
        {
            SetNodeError(context, node, new ExecutionError(refused.Message) { Code = refused.Code });
        }
        catch (Exception exception)
        {
            if (await ProcessNodeUnhandledExceptionAsync(context, node, exception)) throw;
        }
    }
}
