using ControlStrategy.GraphQL.Json;
using ControlStrategy.GraphQL.Paging;
using ControlStrategy.GraphQL.Planning;
using ControlStrategy.GraphQL.Schema;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;
using Microsoft.EntityFrameworkCore;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>Runs the engine's root fields as plans, everything else as GraphQL.NET does.</summary>
internal sealed class EngineStrategy(Planner planner, CursorSigner signer, EngineLimits limits, Func<DbContext> createContext) : ParallelExecutionStrategy
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
        var planned = ((IParentExecutionNode)rootNode).GetChildNodes().OfType<PlannedNode>().ToList();
        var cells = 0.0;
        foreach (var node in planned)
        {
            node.Planned = Plan(context, node);
            cells += node.Planned.Cells;
            if (cells > limits.MaximumCells) throw Refused(Errors.Cells(cells, limits.MaximumCells), context, node);
        }
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
            node.Result = await RunAsync(context, planned.Planned!);
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

    private PlannedField Plan(ExecutionContext context, PlannedNode node)
    {
        try
        {
            return planner.Plan(context, node.Name!, node.FieldDefinition!);
        }
        catch (RequestException refused)
        {
            throw Refused(refused, context, node);
        }
    }

    private static RefusedException Refused(RequestException refusal, ExecutionContext context, PlannedNode node)
    {
        var error = new RefusedError(refusal) { Path = node.ResponsePath };
        error.AddLocation(Location.FromLinearPosition(context.Document.Source, node.Field!.Location.Start));
        return new RefusedException(error);
    }

    private async Task<RawJson> RunAsync(ExecutionContext context, PlannedField field)
    {
        await using var running = new PlanContext(createContext, signer, context.RequestServices!, context.CancellationToken)
        {
            Values = field.Values,
            Arguments = field.Arguments,
            Lists = field.Lists,
        };
        using var answer = await field.Plan.FetchAsync(running, parentKeys: null);
        var json = new JsonBuffer(limits.MaximumAnswerBytes);
        try
        {
            field.Plan.Write(answer, parentKey: null, json);
            return new RawJson(json);
        }
        catch
        {
            json.Dispose();
            throw;
        }
    }
}
