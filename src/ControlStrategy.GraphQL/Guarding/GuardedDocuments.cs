using ControlStrategy.GraphQL.Execution;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace ControlStrategy.GraphQL.Guarding;

/// <summary>Parses documents and measures them, without recursion, before anything else looks at them. A document known already comes here no more.</summary>
internal sealed class GuardedDocumentBuilder(EngineLimits limits) : IDocumentBuilder
{
    private readonly GraphQLDocumentBuilder _builder = new() { MaxDepth = limits.MaximumParserDepth };

    public GraphQLDocument Build(string body)
    {
        try
        {
            TokenCount.Check(body, limits);
            var document = _builder.Build(body);
            new WrittenDocument(limits).Check(document);
            new ExpandedDocument(limits).Check(document);
            return document;
        }
        catch (GraphQLMaxDepthExceededException)
        {
            throw new RefusedError(Errors.OverLimit("DOCUMENT_TOO_DEEP", "The document nests deeper", limits.MaximumParserDepth, nameof(EngineLimits.MaximumParserDepth)));
        }
        catch (RequestException refusal)
        {
            throw new RefusedError(refusal);
        }
    }
}

/// <summary>Validates documents until there are as many errors as are told, or the time is over.</summary>
internal sealed class GuardedDocumentValidator : IDocumentValidator
{
    private readonly DocumentValidator _validator = new();
    private readonly BoundedValidationRule _bounds;
    private readonly IValidationRule[] _rules;

    public GuardedDocumentValidator(EngineLimits limits, TimeProvider clock)
    {
        _bounds = new BoundedValidationRule(limits, clock);
        _rules = [_bounds, .. DocumentValidator.CoreRules];
    }

    public Task<IValidationResult> ValidateAsync(in ValidationOptions options)
    {
        // A document known already brings one rule or none.
        var isKnown = options.Rules is not null && options.Rules.Take(2).Count() < 2;
        return isKnown ? _validator.ValidateAsync(options) : BoundedAsync(options with { Rules = options.Rules?.Prepend(_bounds) ?? _rules });
    }

    private async Task<IValidationResult> BoundedAsync(ValidationOptions options)
    {
        try
        {
            return await _validator.ValidateAsync(options);
        }
        catch (EnoughErrorsException enough)
        {
            return new ValidationResult(enough.Errors);
        }
    }
}
