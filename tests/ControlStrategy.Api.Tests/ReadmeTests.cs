using System.Text.RegularExpressions;
using ControlStrategy.GraphQL;
using ControlStrategy.Testing;
using Xunit;

namespace ControlStrategy.Api.Tests;

/// <summary>What the README says is compared with what the program does.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = Checkout.Read("README.md");

    [Fact]
    public void Every_limit_is_in_the_settings_table_with_its_default()
    {
        var limits = typeof(EngineLimits).GetProperties().Where(property => property.CanWrite).ToList();
        Assert.NotEmpty(limits);
        Assert.All(limits, limit => Assert.Contains($"| `Limits:{limit.Name}` | {limit.GetValue(new EngineLimits())} |", Readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_setting_the_program_reads_is_in_the_settings_table()
    {
        var keys = Key().Matches(Checkout.Read("src", "ControlStrategy.Api", "Composition", "StrategySettings.cs")).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.Contains("Reports:Folder", keys);
        Assert.All(keys, key => Assert.Contains($"| `{key}` |", Readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Its_test_command_is_the_one_that_ci_runs()
    {
        Assert.Contains("\ndotnet test ", Readme, StringComparison.Ordinal);
        Assert.Contains("\ndotnet test -c Release", Checkout.Read(".ci", "run"), StringComparison.Ordinal);
    }

    [GeneratedRegex("\"((?:Content|Explorer|Reports|Cursors|Scorecard):[A-Za-z]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
