namespace ControlStrategy.GraphQL;

/// <summary>What the caller got wrong, with a code that is part of the contract. Its message reaches the caller.</summary>
/// <param name="code">Upper-case words with underscores, listed in <c>schema/README.md</c>.</param>
/// <param name="message">What was refused, where, and what would be accepted.</param>
public sealed class RequestException(string code, string message) : Exception(message)
{
    /// <summary>The error's code.</summary>
    public string Code => code;
}
