namespace ControlStrategy.Data.Importing;

/// <summary>An import that could not be made. Nothing was written.</summary>
/// <param name="code">Stable name of the failure in capitals, such as IMPORT_FILE_EMPTY.</param>
/// <param name="message">Which file, what is wrong with it, and what to do.</param>
/// <param name="cause">What was caught, if anything.</param>
public abstract class ImportException(string code, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Stable name of the failure in capitals, such as IMPORT_FILE_EMPTY.</summary>
    public string Code { get; } = code;
}
