using System.CommandLine;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using ControlStrategy.Api.Composition;
using ControlStrategy.GraphQL;
using ControlStrategy.GraphQL.Exporting;

namespace ControlStrategy.Api.Commands;

/// <summary><c>query FILE --var name=value … --format csv --out FILE</c>: the one list of an operation as a file, all pages of it.</summary>
internal sealed class QueryCommand : StrategyCommand
{
    private const string Json = "json";
    private const string Lines = "jsonl";
    private const string Csv = "csv";

    private static readonly Argument<FileInfo> Document = new("file") { Description = "The GraphQL document." };
    private static readonly Option<string?> Operation = new("--operation") { Description = "Which of its operations, where there are several." };
    private static readonly Option<FileInfo?> Out = new("--out") { Description = "The file to write; otherwise standard output." };
    private static readonly Option<bool> ByteOrderMark = new("--bom") { Description = "Begin CSV with a byte order mark, by which Excel knows UTF-8." };

    private static readonly Option<string[]> Variables = new("--var")
    {
        Description = "A variable as name=value; numbers, lists and objects as JSON.",
    };

    private static readonly Option<string> Format = new("--format")
    {
        Description = "csv or jsonl for the one list of the operation, all pages of it; json for the plain answer.",
        DefaultValueFactory = _ => Json,
    };

    public QueryCommand() : base("query", "Ask a GraphQL query and write its answer.")
    {
        Format.AcceptOnlyFromAmong(Csv, Lines, Json);
        Arguments.Add(Document);
        foreach (var option in new Option[] { Variables, Operation, Format, ByteOrderMark, Out })
            Options.Add(option);
        SetAction((parsed, cancellation) => RunAsync(parsed, app => AskAsync(app, parsed, cancellation)));
    }

    private static async Task<int> AskAsync(WebApplication app, ParseResult parsed, CancellationToken cancellation)
    {
        var variables = QueryVariables.Pairs(parsed.GetValue(Variables) ?? []);
        var document = await File.ReadAllTextAsync(parsed.GetRequiredValue(Document).FullName, cancellation);
        await Preparation.PrepareAsync(app.Services, cancellation);
        var engine = app.Services.GetRequiredService<GraphQLEngine>();
        var operation = parsed.GetValue(Operation);
        var format = parsed.GetValue(Format) == Csv ? ExportFormat.Csv : ExportFormat.JsonLines;
        var request = new ExportRequest(document, operation, engine.ReadVariables(document, operation, variables), format)
        {
            WithByteOrderMark = parsed.GetValue(ByteOrderMark),
        };
        await (parsed.GetValue(Format) == Json ? AnswerAsync(app, request, parsed, cancellation) : ExportAsync(app, request, parsed, cancellation));
        return ExitCodes.Done;
    }

    private static async Task ExportAsync(WebApplication app, ExportRequest request, ParseResult parsed, CancellationToken cancellation)
    {
        await using var export = await app.Services.GetRequiredService<GraphQLEngine>().ExportAsync(request, app.Services, cancellation);
        await WriteAsync(parsed, target => export.WriteAsync(PipeWriter.Create(target, new StreamPipeWriterOptions(leaveOpen: true))));
    }

    /// <summary>An answer with errors is none.</summary>
    private static async Task AnswerAsync(WebApplication app, ExportRequest request, ParseResult parsed, CancellationToken cancellation)
    {
        using var answer = await app.Services.GetRequiredService<GraphQLEngine>()
            .QueryAsync(request.Document, request.OperationName, request.Variables, app.Services, cancellation);
        if (answer.RootElement.TryGetProperty("errors", out var errors))
            throw new QueryException(string.Join(Environment.NewLine, errors.EnumerateArray().Select(error => $"{error.GetProperty("message")} ({error.GetProperty("extensions").GetProperty("code")})")));
        await WriteAsync(parsed, async target =>
        {
            await using var json = new Utf8JsonWriter(target, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            answer.WriteTo(json);
        });
    }

    private static Task WriteAsync(ParseResult parsed, Func<Stream, Task> write) =>
        parsed.GetValue(Out) is { } file ? WholeFile.WriteAsync(file, write) : TextTarget.WriteAsync(parsed.InvocationConfiguration.Output, write);
}
