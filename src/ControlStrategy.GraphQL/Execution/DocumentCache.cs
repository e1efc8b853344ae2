using System.Collections.Concurrent;
using ControlStrategy.GraphQL.Planning;
using GraphQL;
using GraphQL.DI;
using GraphQL.Types;
using GraphQLParser.AST;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>Remembers documents that were found valid: parsing, validation and plans hang off the same document.</summary>
internal sealed class DocumentCache(ISchema schema, EngineLimits limits) : IConfigureExecution
{
    private readonly BoundedCache<string, KnownDocument> _documents = new(limits.CachedDocuments);

    public float SortOrder => 0;

    /// <summary>An operation that can run without the stock execution; null where it cannot, or is not known yet.</summary>
    public KnownOperation? Find(string? text, string? operationName) =>
        text is not null && _documents.For(text.Length).TryGet(text, out var known) ? known.Operation(operationName, schema) : null;

    public async Task<ExecutionResult> ExecuteAsync(ExecutionOptions options, ExecutionDelegate next)
    {
        if (options.Query is not { } text) return await next(options);
        if (_documents.For(text.Length).TryGet(text, out var known))
        {
            options.Document = known.Document;
            options.ValidationRules = options.CachedDocumentValidationRules ?? [];
            return await next(options);
        }
        var result = await next(options);
        if (result.Executed && result.Document is { } document) _documents.For(text.Length).AddOrUpdate(text, new KnownDocument(document));
        return result;
    }

    private sealed class KnownDocument(GraphQLDocument document)
    {
        private readonly ConcurrentDictionary<GraphQLOperationDefinition, KnownOperation?> _operations = [];

        public GraphQLDocument Document => document;

        public KnownOperation? Operation(string? name, ISchema schema) => Find(name) is { } operation
            ? _operations.GetOrAdd(operation, static (operation, source) => KnownOperation.Of(source.document, operation, source.schema.Query), (document, schema))
            : null;

        private GraphQLOperationDefinition? Find(string? name)
        {
            GraphQLOperationDefinition? found = null;
            foreach (var definition in document.Definitions)
            {
                if (definition is not GraphQLOperationDefinition operation || (name is not null && operation.Name?.Value != name)) continue;
                if (found is not null) return null;
                found = operation;
            }
            return found;
        }
    }
}
