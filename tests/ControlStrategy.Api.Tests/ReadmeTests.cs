using System.Text.RegularExpressions;
using ControlStrategy.Api.Composition;
using ControlStrategy.Testing;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace ControlStrategy.Api.Tests;

/// <summary>What the README says is compared with what the program does.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = Checkout.Read("README.md");

    /// <summary>Read by the framework, or by their own names; the rest are our own sections.</summary>
    private static readonly string[] Foreign = ["ConnectionStrings:Strategy", "ASPNETCORE_URLS", "OTEL_EXPORTER_OTLP_ENDPOINT", "Logging:Console:FormatterName", "Logging:LogLevel:*"];

    /// <summary>What stands for a default that is no plain value.</summary>
    private static readonly Dictionary<string, string> Worded = new()
    {
        ["Reports:Folder"] = "`reports` beside the program",
        ["Cursors:Key"] = "made once, kept beside the database",
        ["Streams:AllowedOrigins"] = "none",
    };

    [Fact]
    public void The_settings_table_has_every_setting_with_its_default_and_no_other()
    {
        var settings = StrategySettings.Read(new ConfigurationBuilder().Build()).Defaults;
        Assert.Contains("Limits:MaximumCells", settings.Keys);
        var rows = SettingRow().Matches(Section("Settings")).ToDictionary(row => row.Groups[1].Value, row => row.Groups[2].Value);
        Assert.Equal(settings.Keys.Concat(Foreign).Order(StringComparer.Ordinal), rows.Keys.Order(StringComparer.Ordinal));
        Assert.All(settings, setting => Assert.Contains(rows[setting.Key], Written(setting.Key, setting.Value)));
    }

    [Fact]
    public void Its_test_command_is_the_one_that_ci_runs()
    {
        Assert.Contains("\ndotnet test ", Readme, StringComparison.Ordinal);
        Assert.Contains("\ndotnet test -c Release", Checkout.Read(".ci", "run"), StringComparison.Ordinal);
    }

    private static string[] Written(string key, string value) => Worded.TryGetValue(key, out var words) ? [words] : [value, $"`{value}`"];

    private static string Section(string heading) => Readme.Split("\n## ").Single(section => section.StartsWith(heading + "\n", StringComparison.Ordinal));

    [GeneratedRegex(@"^\| `([^`]+)` \| (.+?) \|", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex SettingRow();
}
