using System.Text.RegularExpressions;
using ControlStrategy.Testing;
using Xunit;

namespace ControlStrategy.Api.Tests;

/// <summary>Every query of README and the schema's guide, asked of a database as it ships.</summary>
public sealed partial class GuideExampleTests(RunningApp app) : IClassFixture<RunningApp>
{
    public static TheoryData<string> Examples => [.. Queries(Checkout.Read("README.md")), .. Queries(Checkout.Read("schema", "README.md"))];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task It_is_answered(string query)
    {
        var answer = await app.AskAsync(query);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        Assert.NotEmpty(answer.GetProperty("data").EnumerateObject());
    }

    // A subscription has no answer of its own; the tests of followed imports ask it.
    private static IEnumerable<string> Queries(string guide) =>
        Block().Matches(guide).Select(block => block.Groups[1].Value).Where(query => !query.StartsWith("subscription", StringComparison.Ordinal));

    [GeneratedRegex("```graphql\n(.+?)```", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Block();
}
