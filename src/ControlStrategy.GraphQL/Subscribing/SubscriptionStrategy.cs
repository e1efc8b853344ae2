using ControlStrategy.GraphQL.Execution;
using ControlStrategy.GraphQL.Planning;
using ControlStrategy.GraphQL.Records;
using ControlStrategy.GraphQL.Schema;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace ControlStrategy.GraphQL.Subscribing;

/// <summary>Begins subscriptions, and answers their events as queries are answered.</summary>
internal sealed class SubscriptionStrategy(Planner planner, IExecutionStrategy events) : IExecutionStrategy
{
    public Task<ExecutionResult> ExecuteAsync(ExecutionContext context) =>
        context.RootValue is SubscriptionEvent ? events.ExecuteAsync(context) : SubscribeAsync(context);

    public Task ExecuteNodeTreeAsync(ExecutionContext context, ExecutionNode rootNode) => throw new NotSupportedException();

    public Dictionary<string, (GraphQLField field, FieldType fieldType)>? GetSubFields(ExecutionContext executionContext, ExecutionNode executionNode) =>
        throw new NotSupportedException();

    /// <summary>What is wrong with a subscription is told when it begins, not at its first event.</summary>
    private async Task<ExecutionResult> SubscribeAsync(ExecutionContext context)
    {
        var result = new ExecutionResult { Document = context.Document, Operation = context.Operation };
        try
        {
            if (context.RootValue is not Subscriber subscriber) throw Errors.SubscriptionWithoutStream();
            result.Data = new EventSource(await ListenAsync(context, subscriber));
            result.Executed = true;
        }
        catch (RefusedException refused)
        {
            result.AddError(refused.Error);
        }
        catch (RequestException refused)
        {
            result.AddError(new RefusedError(refused));
        }
        return result;
    }

    private async Task<IAsyncEnumerable<object>> ListenAsync(ExecutionContext context, Subscriber subscriber)
    {
        var selected = new SelectionReader(context.Document, context.DirectiveValues).ReadAll(context.Operation, context.Schema.Subscription!);
        if (selected is not [{ Definition: { } definition } field]) throw Errors.SubscriptionFields(selected.Select(one => one.ResponseName));
        var planned = planner.Plan(OperationValues.Of(context), [new PlannedRoot(field.ResponseName, field.Syntax, definition)]).Single();
        var subscription = definition.GetMetadata<SubscriptionFieldDefinition>(FieldMetadata.SubscriptionKey);
        var arguments = ArgumentBinder.Bind(subscription.Field.ArgumentsType, field.ArgumentsIndex < 0 ? null : planned.Arguments[field.ArgumentsIndex]);
        return await subscription.Listen(arguments, context.RequestServices!, subscriber.Ended);
    }
}
