using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ControlStrategy.GraphQL.Execution;
using ControlStrategy.GraphQL.Guarding;
using ControlStrategy.GraphQL.Http;
using ControlStrategy.GraphQL.Paging;
using ControlStrategy.GraphQL.Planning;
using ControlStrategy.GraphQL.Schema;
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
public sealed class GraphQLEngine
{
    private static readonly IValidationRule[] RulesOfGet = [.. DocumentValidator.CoreRules, QueriesOnlyRule.Instance];
    private static readonly IValidationRule[] RulesOfCachedGet = [QueriesOnlyRule.Instance];
    private readonly DocumentExecuter _executer;
    private readonly OperationLog _log;
    private readonly Planner _planner;
    private readonly ISchema _schema;

    internal GraphQLEngine(EngineOptions options, Func<DbContext> createContext, OperationLog log)
    {
        using var context = createContext();
        var model = new EntityModel(context, options);
        var signer = new CursorSigner(options.CursorKey);
        _planner = new Planner(model, options, signer, createContext);
        var strategy = new EngineStrategy(_planner, signer, options.Limits, createContext);
        _schema = new GeneratedSchema(model, options);
        _schema.Initialize();
        _executer = new DocumentExecuter(
            new GuardedDocumentBuilder(),
            new GuardedDocumentValidator(options.Limits),
            new DefaultExecutionStrategySelector([new ExecutionStrategyRegistration(strategy, OperationType.Query)]),
            [new DocumentCache(options.Limits)]);
        _log = log;
    }

    /// <summary>Writes answers; knows finished JSON.</summary>
    internal static GraphQLSerializer Serializer { get; } = new(
        options =>
        {
            options.Converters.Add(new RawJsonConverter());
            options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        },
        new ErrorInfoProvider(new ErrorInfoProviderOptions { ExposeCodes = false, ExposeData = false }));

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
        var request = new GraphQLRequest { Query = document, OperationName = operationName, Variables = new Inputs(new Dictionary<string, object?>(variables)) };
        var result = await ExecuteAsync(request, queriesOnly: true, services, cancellation);
        using var answer = new MemoryStream();
        await Serializer.WriteAsync(answer, result, cancellation);
        return JsonDocument.Parse(Encoding.UTF8.GetString(answer.GetBuffer(), 0, (int)answer.Length));
    }

    internal async Task<ExecutionResult> ExecuteAsync(GraphQLRequest request, bool queriesOnly, IServiceProvider services, CancellationToken cancellation)
    {
        var start = _log.Start();
        var result = RefusedError.Correct(await _executer.ExecuteAsync(new ExecutionOptions
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
        }));
        _log.Ended(result, start);
        return result;
    }

    /// <summary>What went wrong inside stays in the log; the exception's name is the error's code, INTERNAL.</summary>
    private Task Mask(UnhandledExceptionContext context)
    {
        _log.Failed(context.OriginalException);
        context.ErrorMessage = "The server failed to answer this field; the failure is in its log.";
        context.Exception = new InternalException();
        return Task.CompletedTask;
    }

    private sealed class InternalException : Exception;
}
