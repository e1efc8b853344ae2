using System.CommandLine;
using ControlStrategy.GraphQL;

namespace ControlStrategy.Api.Commands;

/// <summary><c>schema export</c>: writes the schema that the server serves.</summary>
internal sealed class SchemaCommand : StrategyCommand
{
    private static readonly Option<FileInfo> Out = new("--out")
    {
        Description = "The file to write.",
        DefaultValueFactory = _ => new FileInfo(Path.Combine("schema", "schema.graphql")),
    };

    public SchemaCommand() : base("schema", "Work with the GraphQL schema.")
    {
        var export = new Command("export", "Write the schema in the GraphQL schema language.") { Out };
        export.SetAction((parsed, cancellation) => RunAsync(parsed, async app =>
        {
            var file = parsed.GetRequiredValue(Out);
            file.Directory?.Create();
            await File.WriteAllTextAsync(file.FullName, app.Services.GetRequiredService<GraphQLEngine>().PrintSchema(), cancellation);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"Schema written to {file.FullName}");
            return ExitCodes.Done;
        }));
        Subcommands.Add(export);
    }
}
