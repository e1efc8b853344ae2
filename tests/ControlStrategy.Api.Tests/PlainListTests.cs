using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ControlStrategy.GraphQL;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.Api.Tests;

/// <summary>A list without pages comes whole, so what it counts for must be as much as it holds.</summary>
public sealed partial class PlainListTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Types = "{ __schema { types { name fields { name args { name } type { kind ofType { kind ofType { kind name ofType { name } } } } } } } }";

    [Fact]
    public async Task No_plain_list_holds_more_entries_than_it_counts_for()
    {
        var types = (await app.DataAsync(Types)).GetProperty("__schema").GetProperty("types").EnumerateArray().Where(type => type.GetProperty("fields").ValueKind == JsonValueKind.Array).ToList();
        var roots = (await app.DataAsync("{ __type(name: \"Query\") { fields { name type { name } } } }")).GetProperty("__type").GetProperty("fields").EnumerateArray()
            .Where(field => field.GetProperty("type").GetProperty("name").GetString() is { } name && name.EndsWith("Connection", StringComparison.Ordinal))
            .ToDictionary(field => NodeOf(types, field.GetProperty("type").GetProperty("name").GetString()!), field => field.GetProperty("name").GetString()!);
        var lists = types.SelectMany(type => type.GetProperty("fields").EnumerateArray().Where(IsPlainList).Select(field => (Type: type.GetProperty("name").GetString()!, Field: field.GetProperty("name").GetString()!))).ToList();
        Assert.True(lists.Count > 20);

        var fullest = 0;
        foreach (var (type, field) in lists.Where(list => roots.ContainsKey(list.Type)))
        {
            var (most, counted) = (await MostAsync(roots[type], field), await CountedAsync(roots[type], field));
            Assert.True(most <= counted, $"{type}.{field} holds {most} entries and counts for {counted}");
            fullest = Math.Max(fullest, most);
        }
        Assert.True(fullest > 100);
    }

    private async Task<int> MostAsync(string root, string field)
    {
        using var _ = Cells(int.MaxValue);
        var nodes = (await app.DataAsync($"{{ {root}(first: 1000) {{ nodes {{ {field} {{ __typename }} }} }} }}")).GetProperty(root).GetProperty("nodes").EnumerateArray().ToList();
        return nodes.Count == 0 ? 0 : nodes.Max(node => node.GetProperty(field).GetArrayLength());
    }

    /// <summary>A refusal says how many values there could be.</summary>
    private async Task<int> CountedAsync(string root, string field)
    {
        using var _ = Cells(1);
        var error = (await app.AskAsync($"{{ {root}(first: 1) {{ nodes {{ {field} {{ __typename }} }} }} }}")).GetProperty("errors")[0].GetProperty("message").GetString()!;
        return int.Parse(Values().Match(error).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private Restored Cells(int maximum)
    {
        var options = app.Services.GetRequiredService<EngineOptions>();
        var limits = options.Limits;
        options.Limits = limits with { MaximumCells = maximum };
        return new Restored(() => options.Limits = limits);
    }

    private static string NodeOf(IEnumerable<JsonElement> types, string connection)
    {
        var nodes = types.First(type => type.GetProperty("name").GetString() == connection).GetProperty("fields").EnumerateArray().First(field => field.GetProperty("name").GetString() == "nodes");
        return Text(nodes, "type.ofType.ofType", "name") ?? Text(nodes, "type.ofType.ofType.ofType", "name")!;
    }

    /// <summary>A list that never is null, of entities that never are, which takes a filter.</summary>
    private static bool IsPlainList(JsonElement field) =>
        Text(field, "type", "kind") == "NON_NULL" && Text(field, "type.ofType", "kind") == "LIST" && field.GetProperty("args").EnumerateArray().Any(argument => argument.GetProperty("name").GetString() == "where");

    private static string? Text(JsonElement element, string path, string name)
    {
        foreach (var step in path.Split('.'))
        {
            if (!element.TryGetProperty(step, out element) || element.ValueKind == JsonValueKind.Null) return null;
        }
        return element.TryGetProperty(name, out var text) ? text.GetString() : null;
    }

    [GeneratedRegex("can answer with ([0-9]+) values")]
    private static partial Regex Values();

    private sealed class Restored(Action restore) : IDisposable
    {
        public void Dispose() => restore();
    }
}
