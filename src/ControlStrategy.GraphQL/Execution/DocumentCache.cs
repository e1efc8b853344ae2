using BitFaster.Caching.Lru;
using GraphQL;
using GraphQL.DI;
using GraphQLParser.AST;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>Remembers documents that were found valid: parsing, validation and plans hang off the same document.</summary>
internal sealed class DocumentCache(EngineLimits limits) : IConfigureExecution
{
    private readonly ConcurrentLru<string, GraphQLDocument> _documents = new(limits.CachedDocuments);

    public float SortOrder => 0;

    public async Task<ExecutionResult> ExecuteAsync(ExecutionOptions options, ExecutionDelegate next)
    {
        if (options.Query is not { } text) return await next(options);
        if (_documents.TryGet(text, out var known))
        {
            options.Document = known;
            options.ValidationRules = options.CachedDocumentValidationRules ?? [];
            return await next(options);
        }
        var result = await next(options);
        if (result.Executed && result.Document is { } document) _documents.AddOrUpdate(text, document);
        return result;
    }
}
