using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ControlStrategy.GraphQL.Execution;
using ControlStrategy.GraphQL.Exporting;
using ControlStrategy.GraphQL.Guarding;
using ControlStrategy.GraphQL.Http;
using ControlStrategy.GraphQL.Paging;
using ControlStrategy.GraphQL.Planning;
using ControlStrategy.GraphQL.Schema;
using ControlStrategy.GraphQL.Sessions;
using ControlStrategy.GraphQL.Statements;
using ControlStrategy.GraphQL.Subscribing;
using GraphQL;
using GraphQL.Execution;
using GraphQL.SystemTextJson;
using GraphQL.Transport;
using GraphQL.Types;
using GraphQL.Utilities;
using GraphQL.Validation;
using GraphQLParser.AST;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.GraphQL;

/// <summary>Serves an EF model, and the application's hand-written fields, as GraphQL.</summary>
public sealed partial class GraphQLEngine : IDisposable
{
    private const string InternalMessage = "The server failed to answer this field; the failure is in its log.";
    private static readonly IValidationRule[] RulesOfGet = [.. DocumentValidator.CoreRules, QueriesOnlyRule.Instance];
    private static readonly IValidationRule[] RulesOfCachedGet = [QueriesOnlyRule.Instance];
    private readonly EngineOptions _options;
    private readonly SessionPool _sessions;
    private readonly DocumentCache _documents;
    private readonly OperationRunner _operations;
    private readonly DocumentExecuter _executer;
    private readonly DocumentExecuter _exportPlanner;
    private readonly Exporter _exporter;
    private readonly Planner _planner;
    private readonly ISchema _schema;

    internal GraphQLEngine(EngineOptions options, Func<DbContext> createContext, OperationLog log)
    {
        createContext = UpperCase.OnContexts(createContext);
        using var context = createContext();
        var model = new EntityModel(context, options);
        var signer = new CursorSigner(options.CursorKey);
        _options = options;
        _sessions = new SessionPool(createContext);
        _planner = new Planner(model, options, signer, createContext);
        _exporter = new Exporter(options, signer, _sessions);
        _schema = new GeneratedSchema(model, options);
        _schema.Initialize();
        _documents = new DocumentCache(_schema, options.Limits);
        var validator = new GuardedDocumentValidator(options.Limits, options.Clock);
        var fields = new FieldRunner(signer, options.Limits);
        _operations = new OperationRunner(_schema, validator, _planner, fields, _sessions);
        var strategy = new EngineStrategy(_planner, fields, _sessions);
        _executer = Executer(validator, _documents, [
            new ExecutionStrategyRegistration(strategy, OperationType.Query),
            new ExecutionStrategyRegistration(new SubscriptionStrategy(_planner, strategy), OperationType.Subscription),
        ]);
        var export = new ExportStrategy(_planner);
        _exportPlanner = Executer(validator, _documents, Enum.GetValues<OperationType>().Select(type => new ExecutionStrategyRegistration(export, type)));
        Log = log;
    }

    /// <summary>Writes answers; knows finished JSON.</summary>
    internal static GraphQLSerializer Serializer { get; } = new(
        options =>
        {
            options.Converters.Add(new RawJsonConverter());
            options.Converters.Add(new FinishedDataConverter());
            options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        },
        new ErrorInfoProvider(new ErrorInfoProviderOptions { ExposeCodes = false, ExposeData = false }));

    /// <summary>What is said of operations.</summary>
    internal OperationLog Log { get; }

    /// <summary>Plans kept now; a request of a known shape adds none.</summary>
    internal int PlanCount => _planner.PlanCount;

    /// <summary>The schema in the GraphQL schema language, with descriptions; always the same text for the same model.</summary>
    public string PrintSchema() =>
        _schema.Print(new PrintOptions { IncludeDescriptions = true, IncludeDeprecationReasons = true }).ReplaceLineEndings("\n");

    /// <summary>Runs an operation in this process and gives the answer as JSON, as a client would read it.</summary>
    /// <param name="document">The GraphQL document.</param>
    /// <param name="operationName">Which of its operations; may be null where there is one.</param>
    /// <param name="variables">Values of its variables.</param>
    /// <param name="services">Services of hand-written fields.</param>
    /// <param name="cancellation">Ends the operation.</param>
    public async Task<JsonDocument> QueryAsync(
        string document, string? operationName, IReadOnlyDictionary<string, object?> variables, IServiceProvider services, CancellationToken cancellation)
    {
        var request = new GraphQLRequest { Query = document, OperationName = operationName, Variables = Values(variables) };
        var result = await ExecuteAsync(request, queriesOnly: true, services, cancellation);
        using var answer = new MemoryStream();
        await Serializer.WriteAsync(answer, result, cancellation);
        return JsonDocument.Parse(Encoding.UTF8.GetString(answer.GetBuffer(), 0, (int)answer.Length));
    }

    internal async Task<ExecutionResult> ExecuteAsync(GraphQLRequest request, bool queriesOnly, IServiceProvider services, CancellationToken cancellation)
    {
        var start = Log.Start();
        var result = await BoundAsync(ended => RunAsync(request, queriesOnly, services, ended), cancellation);
        Log.Ended(result, start);
        return result;
    }

    /// <summary>Closes the connections that are kept open.</summary>
    public void Dispose() => _sessions.Dispose();

    /// <summary>Runs within the time limit, and measures where somebody wants to know.</summary>
    private async Task<ExecutionResult> BoundAsync(Func<CancellationToken, Task<ExecutionResult>> run, CancellationToken cancellation)
    {
        using var running = EngineTelemetry.Begin(_options.Clock);
        using var time = new ExecutionTime(_options.Limits, _options.Clock, cancellation);
        var result = await time.GuardAsync(() => run(time.Ended));
        running?.Ended(result);
        return result;
    }

    private async Task<ExecutionResult> RunAsync(GraphQLRequest request, bool queriesOnly, IServiceProvider services, CancellationToken cancellation) =>
        await RunKnownAsync(request, services, cancellation) ?? await ExecuteAsync(_executer, Options(request, queriesOnly, services, cancellation));

    /// <summary>Runs a query without the stock execution; null where that is needed.</summary>
    private async Task<ExecutionResult?> RunKnownAsync(GraphQLRequest request, IServiceProvider services, CancellationToken cancellation)
    {
        try
        {
            if (_documents.Find(request.Query, request.OperationName) is { } known && await _operations.PlanAsync(known, request.Variables, services, cancellation) is { } planned)
                return ToldErrors.Bound(await _operations.RunAsync(known, planned, services, Mask, cancellation), _options.Limits);
        }
        catch (RefusedException refused)
        {
            return new ExecutionResult(refused.Error);
        }
        return null;
    }

    private static Inputs Values(IReadOnlyDictionary<string, object?> variables) => new(new Dictionary<string, object?>(variables));

    private async Task<ExecutionResult> ExecuteAsync(DocumentExecuter executer, ExecutionOptions options) =>
        ToldErrors.Bound(RefusedError.Correct(await executer.ExecuteAsync(options)), _options.Limits);

    private DocumentExecuter Executer(GuardedDocumentValidator validator, DocumentCache documents, IEnumerable<ExecutionStrategyRegistration> strategies) => new(
        new GuardedDocumentBuilder(_options.Limits), validator, new DefaultExecutionStrategySelector(strategies), [documents]);

    private ExecutionOptions Options(GraphQLRequest request, bool queriesOnly, IServiceProvider services, CancellationToken cancellation) => new()
    {
        Schema = _schema,
        Query = request.Query,
        OperationName = request.OperationName,
        Variables = request.Variables,
        Extensions = request.Extensions,
        RequestServices = services,
        CancellationToken = cancellation,
        ValidationRules = queriesOnly ? RulesOfGet : null,
        CachedDocumentValidationRules = queriesOnly ? RulesOfCachedGet : null,
        UnhandledExceptionDelegate = Mask,
    };

    /// <summary>What went wrong inside stays in the log; the exception's name is the error's code, INTERNAL.</summary>
    private Task Mask(UnhandledExceptionContext context)
    {
        Log.Failed(context.OriginalException);
        context.ErrorMessage = InternalMessage;
        context.Exception = new InternalException();
        return Task.CompletedTask;
    }

    private ExecutionError Mask(Exception exception)
    {
        Log.Failed(exception);
        return new ExecutionError(InternalMessage) { Code = "INTERNAL" };
    }

    private sealed class InternalException : Exception;
}
