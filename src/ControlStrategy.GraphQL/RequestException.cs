namespace ControlStrategy.GraphQL;

/// <summary>What the caller got wrong, with a code that is part of the contract. Its message reaches the caller.</summary>
/// <param name="code">Upper-case words with underscores, listed in <c>schema/README.md</c>.</param>
/// <param name="message">What was refused, where, and what would be accepted.</param>
public sealed class RequestException(string code, string message) : Exception(Short(message))
{
    private const int LongestMessageCharacters = 255;

    /// <summary>The error's code.</summary>
    public string Code => code;

    /// <summary>A message may quote what the caller wrote, but not at any length.</summary>
    private static string Short(string message) => message.Length <= LongestMessageCharacters ? message : message[..LongestMessageCharacters] + "…";
}
