using GraphQL.Execution;
using GraphQLParser;
using GraphQLParser.Exceptions;

namespace ControlStrategy.GraphQL.Guarding;

/// <summary>Counts tokens before there is a syntax tree, which takes a hundred times the document's bytes.</summary>
internal static class TokenCount
{
    /// <exception cref="RequestException">There are too many, or a name is too long.</exception>
    /// <exception cref="SyntaxError">A text does not end, or a character stands where none can.</exception>
    public static void Check(string text, EngineLimits limits)
    {
        if (text.Length > limits.MaximumDocumentCharacters)
            throw Errors.OverLimit("DOCUMENT_TOO_LONG", "The document has more characters", limits.MaximumDocumentCharacters, nameof(EngineLimits.MaximumDocumentCharacters));
        try
        {
            Count(text, limits);
        }
        catch (GraphQLSyntaxErrorException malformed)
        {
            // The parser would come to the same place. Saying where that is takes long on a long line, so it is said once.
            throw new SyntaxError(malformed);
        }
    }

    private static void Count(string text, EngineLimits limits)
    {
        var (tokens, position) = (0, 0);
        while (true)
        {
            var token = Lexer.Lex(text, position);
            if (token.Kind == TokenKind.EOF) return;
            position = token.End;
            if (token.Kind == TokenKind.COMMENT) continue;
            if (++tokens > limits.MaximumTokens)
                throw Errors.OverLimit("TOO_MANY_TOKENS", "The document has more tokens", limits.MaximumTokens, nameof(EngineLimits.MaximumTokens));
            // A rule that meets an unknown name compares it with every name of the schema, letter by letter.
            if (token.Kind == TokenKind.NAME && token.End - token.Start > limits.MaximumNameCharacters)
                throw Errors.OverLimit("NAME_TOO_LONG", "A name in the document has more characters", limits.MaximumNameCharacters, nameof(EngineLimits.MaximumNameCharacters));
        }
    }
}
