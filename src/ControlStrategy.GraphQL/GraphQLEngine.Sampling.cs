using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ControlStrategy.GraphQL.Guarding;
using ControlStrategy.GraphQL.Planning;
using ControlStrategy.GraphQL.Sampling;
using GraphQL;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace ControlStrategy.GraphQL;

/// <content>Answers without data.</content>
public sealed partial class GraphQLEngine
{
    /// <summary>
    /// What an operation's answer looks like, without running it: every selected field, in each list an entry with values and one with nulls.
    /// Its errors, with their places, where it does not fit the schema or its variables.
    /// </summary>
    /// <param name="document">The GraphQL document.</param>
    /// <param name="operationName">Which of its operations; may be null where there is one.</param>
    /// <param name="variables">Values of its variables.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<JsonDocument> SampleAsync(string document, string? operationName, IReadOnlyDictionary<string, object?> variables, CancellationToken cancellation)
    {
        var result = await SampledAsync(document, operationName, variables, cancellation);
        if (result.Errors is null) return JsonDocument.Parse(new JsonObject { ["data"] = (JsonObject)result.Data! }.ToJsonString());
        using var answer = new MemoryStream();
        await Serializer.WriteAsync(answer, result, cancellation);
        return JsonDocument.Parse(Encoding.UTF8.GetString(answer.GetBuffer(), 0, (int)answer.Length));
    }

    private async Task<ExecutionResult> SampledAsync(string text, string? operationName, IReadOnlyDictionary<string, object?> variables, CancellationToken cancellation)
    {
        try
        {
            var document = new GuardedDocumentBuilder(_options.Limits).Build(text);
            var operations = document.Definitions.OfType<GraphQLOperationDefinition>().Where(operation => operationName is null || operation.Name?.Value == operationName).ToList();
            if (operations is not [{ Operation: OperationType.Query } query]) return new ExecutionResult(new ExecutionError("The document has no such query, or several."));
            var validator = new GuardedDocumentValidator(_options.Limits, _options.Clock);
            var read = await validator.ValidateAsync(new ValidationOptions { Schema = _schema, Document = document, Operation = query, Variables = Values(variables), CancellationToken = cancellation });
            return read.IsValid
                ? new ExecutionResult { Executed = true, Data = SampleAnswer.Of(new SelectionReader(document, read.DirectiveValues).ReadAll(query, _schema.Query)) }
                : new ExecutionResult { Errors = read.Errors };
        }
        catch (ExecutionError error)
        {
            return new ExecutionResult(error);
        }
    }
}
