using ControlStrategy.GraphQL.Execution;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace ControlStrategy.GraphQL.Guarding;

/// <summary>Parses documents; what nests too deeply for the parser is a refusal, not a failure.</summary>
internal sealed class GuardedDocumentBuilder : IDocumentBuilder
{
    private readonly GraphQLDocumentBuilder _builder = new();

    public GraphQLDocument Build(string body)
    {
        try
        {
            return _builder.Build(body);
        }
        catch (GraphQLMaxDepthExceededException)
        {
            throw new RefusedError(new RequestException("DOCUMENT_TOO_DEEP", "The document nests deeper than the parser goes."));
        }
    }
}

/// <summary>Guards a document before its validation.</summary>
internal sealed class GuardedDocumentValidator(EngineLimits limits) : IDocumentValidator
{
    private readonly DocumentValidator _validator = new();

    public Task<IValidationResult> ValidateAsync(in ValidationOptions options)
    {
        try
        {
            // A document known already was guarded when it came first.
            if (options.Rules is null || options.Rules.Any()) new DocumentGuard(options.Document, limits).Check();
        }
        catch (RequestException refusal)
        {
            return Task.FromResult<IValidationResult>(new ValidationResult([new ValidationError(refusal.Message) { Code = refusal.Code }]));
        }
        return _validator.ValidateAsync(options);
    }
}
