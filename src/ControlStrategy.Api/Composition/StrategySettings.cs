using ControlStrategy.Api.Imports;
using ControlStrategy.GraphQL;
using ControlStrategy.GraphQL.Subscribing;

namespace ControlStrategy.Api.Composition;

/// <summary>The application's settings, read and checked once.</summary>
/// <param name="ConnectionString">The database; the default is a file in the caller's folder.</param>
/// <param name="Addresses">Where the server listens, separated by semicolons.</param>
/// <param name="WithDemonstration">Whether a new database gets demonstration data.</param>
/// <param name="WithExplorer">Whether browsers get the query explorer.</param>
/// <param name="ReportsFolder">The folder of the reports.</param>
/// <param name="CursorKey">Text that signs cursors; null makes a key once and keeps it beside the database.</param>
/// <param name="MaximumScorecardRows">Rows one scorecard may have.</param>
/// <param name="Imports">How much an import may bring.</param>
/// <param name="LongestShutdown">How long a server that is told to stop waits for what still runs.</param>
/// <param name="Limits">What one operation may ask for.</param>
/// <param name="Streams">What WebSockets and event streams may take.</param>
public sealed record StrategySettings(
    string ConnectionString,
    string Addresses,
    bool WithDemonstration,
    bool WithExplorer,
    string ReportsFolder,
    string? CursorKey,
    int MaximumScorecardRows,
    ImportSettings Imports,
    TimeSpan LongestShutdown,
    EngineLimits Limits,
    StreamLimits Streams)
{
    /// <summary>Shortest text that may sign cursors, in characters.</summary>
    public const int ShortestCursorKeyCharacters = 16;

    private const int FewestCachedDocuments = 3;
    private const int LargestLimit = 1_000_000_000;
    private const int LongestShutdownSeconds = 3_600;

    /// <summary>Every setting of this program's own sections with its default; an empty one where there is none.</summary>
    internal IReadOnlyDictionary<string, string> Defaults { get; private init; } = new Dictionary<string, string>();

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingException">A setting has a value it cannot have, or is not known.</exception>
    public static StrategySettings Read(IConfiguration configuration)
    {
        var reader = new SettingReader(configuration);
        var settings = new StrategySettings(
            configuration.GetConnectionString("Strategy") ?? "Data Source=control-strategy.db",
            configuration["URLS"] is { Length: > 0 } addresses ? addresses : "http://127.0.0.1:5080",
            reader.Flag("Content:Demonstration", true),
            reader.Flag("Explorer:Enabled", true),
            Path.GetFullPath(reader.Text("Reports:Folder") ?? "reports", AppContext.BaseDirectory),
            reader.Text("Cursors:Key"),
            reader.Number("Scorecard:MaximumRows", 10_000, 1, LargestLimit),
            ImportSettings.Read((key, otherwise, most) => reader.Number(key, otherwise, 1, most)),
            TimeSpan.FromSeconds(reader.Number("Shutdown:Seconds", 30, 1, LongestShutdownSeconds)),
            Limit(reader),
            StreamSettings.Read(reader));
        reader.RefuseOthers();
        if (settings.CursorKey is { Length: < ShortestCursorKeyCharacters })
            throw new SettingException("Cursors:Key", $"needs at least {ShortestCursorKeyCharacters} characters");
        return settings with { Defaults = reader.Defaults };
    }

    private static EngineLimits Limit(SettingReader reader)
    {
        var limits = new EngineLimits();
        foreach (var property in typeof(EngineLimits).GetProperties().Where(property => property.CanWrite))
        {
            var least = property.Name == nameof(EngineLimits.CachedDocuments) ? FewestCachedDocuments : 1;
            property.SetValue(limits, reader.Number($"Limits:{property.Name}", (int)property.GetValue(limits)!, least, LargestLimit));
        }
        if (limits.DefaultPageRows > limits.MaximumPageRows)
            throw new SettingException("Limits:DefaultPageRows", $"is {limits.DefaultPageRows}; it must not be above Limits:MaximumPageRows ({limits.MaximumPageRows})");
        return limits;
    }
}

/// <summary>A setting has a value it cannot have, or is not known.</summary>
/// <param name="key">The setting.</param>
/// <param name="problem">What is wrong with it, to follow its name.</param>
public sealed class SettingException(string key, string problem) : Exception($"The setting {key} {problem}.")
{
    /// <summary>The setting.</summary>
    public string Key => key;
}
