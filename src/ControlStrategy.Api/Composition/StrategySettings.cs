using ControlStrategy.GraphQL;

namespace ControlStrategy.Api.Composition;

/// <summary>The application's settings, read and checked once.</summary>
/// <param name="ConnectionString">The database; the default is a file in the caller's folder.</param>
/// <param name="Addresses">Where the server listens, separated by semicolons.</param>
/// <param name="WithDemonstration">Whether a new database gets demonstration data.</param>
/// <param name="WithExplorer">Whether browsers get the query explorer.</param>
/// <param name="ReportsFolder">The folder of the reports.</param>
/// <param name="CursorKey">Text that signs cursors; null makes a key once and keeps it beside the database.</param>
/// <param name="MaximumScorecardRows">Rows one scorecard may have.</param>
/// <param name="Limits">What one operation may ask for.</param>
public sealed record StrategySettings(
    string ConnectionString,
    string Addresses,
    bool WithDemonstration,
    bool WithExplorer,
    string ReportsFolder,
    string? CursorKey,
    int MaximumScorecardRows,
    EngineLimits Limits)
{
    /// <summary>Shortest text that may sign cursors, in characters.</summary>
    public const int ShortestCursorKeyCharacters = 16;

    private const int FewestCachedDocuments = 3;
    private const int LargestLimit = 1_000_000_000;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingException">A setting has a value it cannot have.</exception>
    public static StrategySettings Read(IConfiguration configuration)
    {
        var settings = new StrategySettings(
            configuration.GetConnectionString("Strategy") ?? "Data Source=control-strategy.db",
            configuration["URLS"] is { Length: > 0 } addresses ? addresses : "http://127.0.0.1:5080",
            Value(configuration, "Content:Demonstration", true),
            Value(configuration, "Explorer:Enabled", true),
            Path.GetFullPath(configuration["Reports:Folder"] ?? "reports", AppContext.BaseDirectory),
            configuration["Cursors:Key"],
            Value(configuration, "Scorecard:MaximumRows", 10_000),
            Limit(configuration));
        if (settings.CursorKey is { Length: < ShortestCursorKeyCharacters })
            throw new SettingException("Cursors:Key", $"needs at least {ShortestCursorKeyCharacters} characters");
        return settings;
    }

    private static EngineLimits Limit(IConfiguration configuration)
    {
        var limits = new EngineLimits();
        foreach (var property in typeof(EngineLimits).GetProperties().Where(property => property.CanWrite))
        {
            var key = $"Limits:{property.Name}";
            var value = Value(configuration, key, (int)property.GetValue(limits)!);
            var least = property.Name == nameof(EngineLimits.CachedDocuments) ? FewestCachedDocuments : 1;
            if (value < least || value > LargestLimit) throw new SettingException(key, $"must be {least} to {LargestLimit}");
            property.SetValue(limits, value);
        }
        if (limits.DefaultPageRows > limits.MaximumPageRows)
            throw new SettingException("Limits:DefaultPageRows", $"must not be above Limits:MaximumPageRows ({limits.MaximumPageRows})");
        return limits;
    }

    private static T Value<T>(IConfiguration configuration, string key, T otherwise) where T : struct
    {
        try
        {
            return configuration.GetValue<T?>(key) ?? otherwise;
        }
        catch (InvalidOperationException)
        {
            throw new SettingException(key, $"is '{configuration[key]}', which is not {(typeof(T) == typeof(bool) ? "true or false" : "a whole number")}");
        }
    }
}

/// <summary>A setting has a value it cannot have.</summary>
/// <param name="key">The setting.</param>
/// <param name="problem">What is wrong with it, to follow its name.</param>
public sealed class SettingException(string key, string problem) : Exception($"The setting {key} {problem}.")
{
    /// <summary>The setting.</summary>
    public string Key => key;
}
