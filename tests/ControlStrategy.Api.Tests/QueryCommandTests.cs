using ControlStrategy.Api.Commands;
using Xunit;

namespace ControlStrategy.Api.Tests;

/// <summary>The command <c>query</c> as an analyst calls it.</summary>
public sealed class QueryCommandTests : IDisposable
{
    private const string Outcomes = "query Outcomes($first: Int, $order: [OutcomeSortInput!], $code: String) { outcomes(first: $first, order: $order, where: { code: { startsWith: $code } }) { nodes { code strategy { code } } } }";
    private readonly string _folder = Directory.CreateTempSubdirectory("control-strategy-query-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_list_is_written_to_standard_output_or_to_a_file()
    {
        var (exitCode, output, error) = await RunAsync(Outcomes, "--format", "csv", "--var", "first=2", "--var", "code=1");
        Assert.Equal((0, ""), (exitCode, error));
        Assert.StartsWith("code,strategy.code\r\n1", output, StringComparison.Ordinal);
        Assert.Equal(3, output.Count(character => character == '\n'));

        var target = Path.Combine(_folder, "files", "outcomes.csv");
        Assert.Equal((0, "", ""), await RunAsync(Outcomes, "--format", "csv", "--var", "first=2", "--var", "code=1", "--out", target));
        Assert.Equal(output, File.ReadAllText(target));
        Assert.Equal([target], Directory.GetFiles(Path.GetDirectoryName(target)!));
    }

    [Fact]
    public async Task Variables_are_read_by_the_types_that_the_operation_declares()
    {
        var (exitCode, output, error) = await RunAsync(Outcomes, "--format", "jsonl", "--var", "first=1", "--var", "order=[{\"code\":\"DESC\"}]", "--var", "code=1");
        Assert.Equal((0, ""), (exitCode, error));
        var last = output;
        Assert.Equal(last, (await RunAsync(Outcomes, "--format", "jsonl", "--var", "first=1", "--var", "order={\"code\":\"DESC\"}", "--var", "code=1")).Output);
        Assert.NotEqual(last, (await RunAsync(Outcomes, "--format", "jsonl", "--var", "first=1", "--var", "code=1")).Output);
    }

    [Fact]
    public async Task One_of_several_operations_is_named()
    {
        const string two = "query A { outcomes(first: 1) { nodes { id } } } query B($n: Int) { measures(first: $n) { nodes { id } } }";
        Assert.Equal((0, "{\"id\":1}\n{\"id\":2}\n", ""), await RunAsync(two, "--format", "jsonl", "--operation", "B", "--var", "n=2"));
        Assert.Equal(1, (await RunAsync(two, "--format", "jsonl", "--operation", "C")).ExitCode);
        Assert.Equal(1, (await RunAsync(two, "--format", "jsonl")).ExitCode);
    }

    [Fact]
    public async Task Without_a_format_the_plain_answer_is_written() => Assert.Equal(
        (0, "{\"data\":{\"outcomes\":{\"nodes\":[{\"id\":1}]}}}", ""), await RunAsync("{ outcomes(first: 1) { nodes { id } } }"));

    [Fact]
    public async Task Excel_is_told_that_csv_is_utf8_where_it_is_asked_for()
    {
        var target = Path.Combine(_folder, "excel.csv");
        await RunAsync("{ outcomes(first: 1) { nodes { id } } }", "--format", "csv", "--bom", "--out", target);
        Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'i', (byte)'d'], File.ReadAllBytes(target)[..5]);
    }

    [Theory]
    [InlineData("csv", "{ outcomes { totalCount } }", "EXPORT_ONE_LIST")]
    [InlineData("csv", "{ outcomes { nodes { id measures { code } } } }", "EXPORT_NESTED_LIST")]
    [InlineData("jsonl", "{ outcomes { nodes { colour } } }", "Line 1, column 22: Cannot query field 'colour'")]
    [InlineData("json", "{ outcomes { nodes { colour } } }", "Cannot query field 'colour'")]
    [InlineData("csv", "{ outcomes {", "SYNTAX_ERROR")]
    [InlineData("csv", "{ scorecard(period: \"2021/22\", areas: [\"nowhere\"]) { rows { area { code } } } }", "UNKNOWN_AREA")]
    [InlineData("csv", "{ outcomes { nodes { id } } }", "no variable 'x'; it has none", "--var", "x=1")]
    [InlineData("csv", "query ($n: Int) { outcomes(first: $n) { nodes { id } } }", "'many'", "--var", "n=many")]
    [InlineData("csv", "query ($n: Int) { outcomes(first: $n) { nodes { id } } }", "--var name=value", "--var", "n")]
    public async Task What_is_refused_is_said_and_leaves_no_file(string format, string query, string message, params string[] options)
    {
        var target = Path.Combine(_folder, "none.csv");
        var (exitCode, output, error) = await RunAsync(query, ["--format", format, "--out", target, .. options]);
        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.False(File.Exists(target) || File.Exists(target + ".part"));
    }

    [Fact]
    public async Task A_format_that_there_is_not_is_not_understood() =>
        Assert.Equal(2, (await RunAsync("{ outcomes { nodes { id } } }", "--format", "xml")).ExitCode);

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(string query, params string[] args)
    {
        var document = Path.Combine(_folder, "query.graphql");
        await File.WriteAllTextAsync(document, query);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync(["query", document, .. args, "--database", Path.Combine(_folder, "strategy.db")], output, error);
        return (exitCode, output.ToString(), error.ToString());
    }
}
