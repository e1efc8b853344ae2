namespace ControlStrategy.Data;

/// <summary>The database, or a copy of it, cannot be used; the message names it and says what to do.</summary>
/// <param name="code">Stable name of the failure in capitals, such as DATABASE_FULL.</param>
/// <param name="message">Which database, what is wrong with it, what to do.</param>
/// <param name="cause">What the provider reported; none where the fault was found before asking it.</param>
public sealed class StrategyDatabaseException(string code, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Stable name of the failure in capitals, such as DATABASE_FULL.</summary>
    public string Code { get; } = code;
}
