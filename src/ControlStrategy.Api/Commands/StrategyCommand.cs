using System.CommandLine;
using ControlStrategy.Api.Composition;
using ControlStrategy.Data;
using ControlStrategy.Data.Importing;
using ControlStrategy.GraphQL;
using ControlStrategy.GraphQL.Exporting;
using ControlStrategy.Reporting;

namespace ControlStrategy.Api.Commands;

/// <summary>A command that works with the composed application; what it refuses becomes one line and an exit code.</summary>
internal abstract class StrategyCommand : Command
{
    protected StrategyCommand(string name, string description) : base(name, description)
    {
    }

    /// <summary>Composes the application, runs, and turns expected failures into messages.</summary>
    protected static async Task<int> RunAsync(ParseResult parsed, Func<WebApplication, Task<int>> run)
    {
        try
        {
            var settings = StrategyOptions.Settings(parsed);
            // A command's output is what was asked for: only a server tells of each operation.
            if (parsed.CommandResult.Command is not (ServeCommand or RootCommand)) settings["Logging:LogLevel:ControlStrategy.GraphQL"] = "Warning";
            await using var app = Application.Compose(settings);
            return await run(app);
        }
        catch (Exception failure) when (IsExpected(failure))
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(failure.Message);
            return ExitCodes.Failed;
        }
    }

    private static bool IsExpected(Exception failure) =>
        failure is SettingException or StrategyDatabaseException or ImportException or ReportException or QueryException or RequestException or ExportRefusedException or IOException or UnauthorizedAccessException or OperationCanceledException;
}
