using System.Text.Json;
using ControlStrategy.Testing;
using Xunit;

namespace ControlStrategy.Api.Tests.Explorer;

/// <summary>The explorer's examples, asked of a database as it ships.</summary>
public sealed class ExampleTests(RunningApp app) : IClassFixture<RunningApp>
{
    private static readonly string Folder = Path.Combine(Checkout.Folder, "src", "web", "explorer", "examples");

    private static readonly string[] Files = [.. Directory.EnumerateFiles(Folder, "*.graphql").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Examples { get; } = [.. Files];

    [Fact]
    public void There_are_six_and_the_page_lists_each()
    {
        var list = Checkout.Read("src", "web", "explorer", "examples.ts");
        Assert.Equal(6, Files.Length);
        Assert.All(Files, example => Assert.Contains($"'./examples/{example}?raw'", list, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_answers_with_rows(string example)
    {
        var data = await app.DataAsync(File.ReadAllText(Path.Combine(Folder, example)));
        var answer = Assert.Single(data.EnumerateObject()).Value;
        var rows = answer.TryGetProperty("rows", out var found) ? found : answer.GetProperty("nodes");
        Assert.NotEqual(0, rows.GetArrayLength());
        var pages = rows.EnumerateArray().SelectMany(Pages).ToList();
        Assert.True(pages.Count == 0 || pages.Exists(page => page.GetProperty("nodes").GetArrayLength() > 0), "Every list inside the rows is empty.");
    }

    [Theory]
    [InlineData("scorecard-of-two-councils.graphql")]
    [InlineData("initiatives-of-a-partner.graphql")]
    [InlineData("newest-figures.graphql")]
    [InlineData("control-chart.graphql")]
    public async Task Where_an_example_shows_demonstration_data_it_says_so(string example)
    {
        var answer = await app.DataAsync(File.ReadAllText(Path.Combine(Folder, example)));
        Assert.Contains("\"demonstration\":true", answer.GetRawText(), StringComparison.Ordinal);
    }

    private static IEnumerable<JsonElement> Pages(JsonElement row) =>
        row.EnumerateObject().Select(member => member.Value).Where(value => value.ValueKind == JsonValueKind.Object && value.TryGetProperty("nodes", out _));
}
