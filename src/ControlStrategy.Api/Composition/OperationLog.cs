using ControlStrategy.Data.Importing;
using ControlStrategy.Domain.Imports;

namespace ControlStrategy.Api.Composition;

/// <summary>One line for each thing done to the data or made of them: its kind, name and counts, never a value.</summary>
internal static partial class OperationLog
{
    private const string Operations = "Operations";

    // A command tells its outcome itself: this category is quiet unless a setting asks for it.
    private const string Commands = "Commands";

    /// <summary>For what a command does.</summary>
    public static ILogger CommandLog(this IServiceProvider services) => services.GetRequiredService<ILoggerFactory>().CreateLogger(Commands);

    /// <summary>For what a server does.</summary>
    public static ILogger ServerLog(this IServiceProvider services) => services.GetRequiredService<ILoggerFactory>().CreateLogger(Operations);

    public static void ImportEnded(this ILogger logger, ImportReport report)
    {
        var notStored = report.NotStored.Values.Sum();
        Imported(logger, report.Kind, report.IsImported, report.Read, report.New, report.Corrected, report.Unchanged, notStored, report.Rejected);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Import of {Kind} refused: {Code}")]
    public static partial void ImportRefused(this ILogger logger, ImportKind kind, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Imports cannot be told to subscribers until the database can be read: {Code}")]
    public static partial void ImportsNotSeen(this ILogger logger, string code);

    [LoggerMessage(Level = LogLevel.Information, Message = "Report {Report} produced: {Bytes} bytes")]
    public static partial void ReportProduced(this ILogger logger, string report, long bytes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Report refused: {Code}")]
    public static partial void ReportRefused(this ILogger logger, string code);

    [LoggerMessage(Level = LogLevel.Information, Message = "Backup written: {Bytes} bytes")]
    public static partial void BackupWritten(this ILogger logger, long bytes);

    [LoggerMessage(Level = LogLevel.Information, Message = "Backup restored")]
    public static partial void BackupRestored(this ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "Import of {Kind} ended, written: {Written}; {Read} read, {New} new, {Corrected} corrected, {Unchanged} unchanged, {NotStored} not stored, {Rejected} rejected")]
    private static partial void Imported(ILogger logger, ImportKind kind, bool written, int read, int @new, int corrected, int unchanged, int notStored, int rejected);
}
