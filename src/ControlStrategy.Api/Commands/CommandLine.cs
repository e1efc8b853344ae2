using System.CommandLine;

namespace ControlStrategy.Api.Commands;

/// <summary>The program's command line.</summary>
public static class CommandLine
{
    /// <summary>Runs a command line and gives its exit code: 0 done, 1 refused or failed, 2 not understood.</summary>
    /// <param name="args">The words after the program's name; none serve.</param>
    /// <param name="output">Takes what was asked for.</param>
    /// <param name="error">Takes messages.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var root = Create();
        var parsed = root.Parse(args);
        parsed.InvocationConfiguration.Output = output;
        parsed.InvocationConfiguration.Error = error;
        // A command that is told to stop ends itself: a server first finishes what runs.
        parsed.InvocationConfiguration.ProcessTerminationTimeout = Timeout.InfiniteTimeSpan;
        var exitCode = await parsed.InvokeAsync();
        return parsed.Errors.Count > 0 ? ExitCodes.NotUnderstood : exitCode;
    }

    private static RootCommand Create()
    {
        var root = new RootCommand("ControlStrategyApi: a police force's control strategy over GraphQL, with workbooks for scrutiny. Without a command it serves.")
        {
            StrategyOptions.NoDemonstration,
            StrategyOptions.Database,
        };
        var serve = new ServeCommand();
        root.Subcommands.Add(serve);
        root.Subcommands.Add(new ImportCommand());
        root.Subcommands.Add(new QueryCommand());
        root.Subcommands.Add(new ReportCommand());
        root.Subcommands.Add(new SchemaCommand());
        root.Subcommands.Add(new BackupCommand());
        root.Subcommands.Add(new RestoreCommand());
        root.Subcommands.Add(new CheckCommand());
        root.SetAction(serve.RunAsync);
        return root;
    }
}

/// <summary>What the program ends with.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int NotUnderstood = 2;
}

/// <summary>Options of all commands.</summary>
internal static class StrategyOptions
{
    public static Option<bool> NoDemonstration { get; } = new("--no-demo")
    {
        Description = "Leave demonstration data out when the database is made.",
        Recursive = true,
    };

    public static Option<FileInfo?> Database { get; } = new("--database")
    {
        Description = "The SQLite file; otherwise ConnectionStrings__Strategy, otherwise control-strategy.db in this folder.",
        Recursive = true,
    };

    /// <summary>The options as settings.</summary>
    public static Dictionary<string, string?> Settings(ParseResult parsed)
    {
        var settings = new Dictionary<string, string?>();
        if (parsed.GetValue(NoDemonstration)) settings["Content:Demonstration"] = "false";
        if (parsed.GetValue(Database) is { } file) settings["ConnectionStrings:Strategy"] = $"Data Source={file.FullName}";
        return settings;
    }
}
