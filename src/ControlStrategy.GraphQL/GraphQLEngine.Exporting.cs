using ControlStrategy.GraphQL.Exporting;
using ControlStrategy.GraphQL.Guarding;
using GraphQL;
using GraphQL.Transport;

namespace ControlStrategy.GraphQL;

/// <content>Lists as files.</content>
public sealed partial class GraphQLEngine
{
    /// <summary>Begins to answer an operation's one list as a file; the caller writes and disposes it.</summary>
    /// <param name="request">The operation and the format.</param>
    /// <param name="services">Services of hand-written fields.</param>
    /// <param name="cancellation">Ends the export.</param>
    /// <exception cref="ExportRefusedException">The operation is not valid, does not select one list, or cannot be answered.</exception>
    public async Task<Export> ExportAsync(ExportRequest request, IServiceProvider services, CancellationToken cancellation)
    {
        var operation = new GraphQLRequest { Query = request.Document, OperationName = request.OperationName, Variables = Values(request.Variables) };
        var start = Log.Start();
        var result = await BoundAsync(ended => ExecuteAsync(_exportPlanner, Options(operation, queriesOnly: false, services, ended)), cancellation);
        Log.Ended(result, start);
        if (result.Data is not PlannedExport planned) throw new ExportRefusedException(result);
        try
        {
            return await _exporter.BeginAsync(planned, request, services, cancellation);
        }
        catch (Exception exception) when (exception is not (ExportRefusedException or OperationCanceledException))
        {
            Log.Failed(exception);
            throw new ExportRefusedException(new ExecutionError(InternalMessage) { Code = "INTERNAL" });
        }
    }

    /// <summary>Values of an operation's variables from texts, by the types it declares: numbers, lists and objects as JSON, all else as it stands.</summary>
    /// <param name="document">The GraphQL document; one that cannot be parsed has no variables, and is refused when it runs.</param>
    /// <param name="operationName">Which of its operations; may be null where there is one.</param>
    /// <param name="texts">Texts by variable.</param>
    /// <exception cref="RequestException">The operation has no such variable.</exception>
    public IReadOnlyDictionary<string, object?> ReadVariables(string document, string? operationName, IReadOnlyDictionary<string, string> texts)
    {
        try
        {
            return new VariableTexts(_schema, Serializer).Read(new GuardedDocumentBuilder().Build(document), operationName, texts);
        }
        catch (ExecutionError)
        {
            return new Dictionary<string, object?>();
        }
    }
}
