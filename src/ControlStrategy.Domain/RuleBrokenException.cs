namespace ControlStrategy.Domain;

/// <summary>A rule of the strategy's nouns was broken; nothing was changed.</summary>
/// <param name="code">Stable name of the rule in capitals, such as MEASURE_LABELS.</param>
/// <param name="message">What was refused, where, and why.</param>
public sealed class RuleBrokenException(string code, string message) : Exception(message)
{
    /// <summary>Stable name of the rule in capitals, such as MEASURE_LABELS.</summary>
    public string Code { get; } = code;
}
