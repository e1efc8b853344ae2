using GraphQL;
using GraphQLParser;
using GraphQLParser.Exceptions;

namespace ControlStrategy.GraphQL.Guarding;

/// <summary>Counts tokens before there is a syntax tree, which takes a hundred times the document's bytes.</summary>
internal static class TokenCount
{
    /// <exception cref="RequestException">There are too many, or a name is too long.</exception>
    /// <exception cref="ExecutionError">A text does not end, or a character stands where none can.</exception>
    public static void Check(string text, EngineLimits limits)
    {
        if (text.Length > limits.MaximumDocumentCharacters)
            throw Errors.OverLimit("DOCUMENT_TOO_LONG", "The document has more characters", limits.MaximumDocumentCharacters, nameof(EngineLimits.MaximumDocumentCharacters));
        CheckLines(text, limits);
        var (tokens, position) = (0, 0);
        while (Next(text, ref position, limits) is { Kind: not TokenKind.EOF } token)
        {
            if (token.Kind == TokenKind.COMMENT) continue;
            if (++tokens > limits.MaximumTokens)
                throw Errors.OverLimit("TOO_MANY_TOKENS", "The document has more tokens", limits.MaximumTokens, nameof(EngineLimits.MaximumTokens));
            // A rule that meets an unknown name compares it with every name of the schema, letter by letter.
            if (token.Kind == TokenKind.NAME && token.End - token.Start > limits.MaximumNameCharacters)
                throw Errors.OverLimit("NAME_TOO_LONG", "A name in the document has more characters", limits.MaximumNameCharacters, nameof(EngineLimits.MaximumNameCharacters));
        }
    }

    /// <summary>The parser draws the place of a mistake too, wherever it is in its line.</summary>
    private static void CheckLines(ReadOnlySpan<char> text, EngineLimits limits)
    {
        while (text.Length > limits.MaximumLineCharacters)
        {
            var end = text.IndexOfAny('\n', '\r');
            if (end < 0 || end > limits.MaximumLineCharacters)
                throw Errors.OverLimit("LINE_TOO_LONG", "A line of the document has more characters", limits.MaximumLineCharacters, nameof(EngineLimits.MaximumLineCharacters));
            text = text[(end + 1)..];
        }
    }

    /// <summary>
    /// The next token. The lexer sees no more of the text than a literal may have: it draws the place of an error, which takes the square of
    /// its column.
    /// </summary>
    private static Token Next(string text, ref int position, EngineLimits limits)
    {
        while (position < text.Length && IsIgnored(text[position])) position++;
        var rest = text.AsMemory(position);
        var isCut = rest.Length > limits.MaximumLiteralCharacters && rest.Span[0] != '#';
        try
        {
            var token = Lexer.Lex(isCut ? rest[..limits.MaximumLiteralCharacters] : rest);
            position += token.End;
            return token;
        }
        catch (GraphQLSyntaxErrorException malformed)
        {
            if (isCut && malformed.Description.StartsWith("Unterminated", StringComparison.Ordinal))
                throw Errors.OverLimit("LITERAL_TOO_LONG", "A literal in the document has more characters", limits.MaximumLiteralCharacters, nameof(EngineLimits.MaximumLiteralCharacters));
            var error = new ExecutionError($"Error parsing query: {malformed.Description}") { Code = "SYNTAX_ERROR" };
            error.AddLocation(Location.FromLinearPosition(text, position));
            throw error;
        }
    }

    private static bool IsIgnored(char character) => character is ' ' or ',' or '\t' or '\n' or '\r' or '\uFEFF';
}
