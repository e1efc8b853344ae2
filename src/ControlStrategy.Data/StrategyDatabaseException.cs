namespace ControlStrategy.Data;

/// <summary>The database cannot be used; the message names it and says what to do.</summary>
/// <param name="message">Which database, what is wrong with it, what to do.</param>
/// <param name="cause">What the provider reported; none where the fault was found before asking it.</param>
public sealed class StrategyDatabaseException(string message, Exception? cause = null) : Exception(message, cause);
