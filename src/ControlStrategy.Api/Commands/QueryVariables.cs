namespace ControlStrategy.Api.Commands;

/// <summary>Variables as they are written on the command line.</summary>
internal static class QueryVariables
{
    /// <summary>Texts by name from <c>name=value</c>.</summary>
    /// <exception cref="QueryException">One is written otherwise, or given twice.</exception>
    public static IReadOnlyDictionary<string, string> Pairs(IEnumerable<string> words)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            if (word.Split('=', 2) is not [{ Length: > 0 } name, var value])
                throw new QueryException($"'{word}' is not understood: variables are written --var name=value.");
            if (!pairs.TryAdd(name, value)) throw new QueryException($"The variable '{name}' is given twice.");
        }
        return pairs;
    }
}

/// <summary>A query cannot be asked as it is written, or was answered with errors.</summary>
internal sealed class QueryException(string message) : Exception(message);
