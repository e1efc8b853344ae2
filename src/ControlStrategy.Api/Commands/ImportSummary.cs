using System.Globalization;
using ControlStrategy.Data.Importing;

namespace ControlStrategy.Api.Commands;

/// <summary>What became of a file, in words.</summary>
internal static class ImportSummary
{
    public static string Of(ImportReport report)
    {
        if (report.AlreadyImportedAt is { } before)
            return string.Create(CultureInfo.InvariantCulture, $"{report.FileName}: the same file was imported on {before.UtcDateTime:yyyy-MM-dd HH:mm} UTC; nothing changed.");
        var would = report.IsImported ? "" : "would be ";
        var lines = new List<string>
        {
            string.Create(
                CultureInfo.InvariantCulture,
                $"{report.FileName}: {report.Read:N0} read, {report.New:N0} {would}new, {report.Corrected:N0} {would}corrected, {report.Unchanged:N0} unchanged, {report.NotStored.Values.Sum():N0} not stored, {report.Rejected:N0} rejected."),
        };
        lines.AddRange(report.NotStored.Select(entry => string.Create(CultureInfo.InvariantCulture, $"  {entry.Value:N0} {entry.Key}")));
        if (!report.IsImported)
            lines.Add("  Nothing was written. Mend the rejected rows, or write the others with --accept-valid.");
        else if (report.Rejected > 0)
            lines.Add("  The good rows were written, the rejected ones left out.");
        return string.Join(Environment.NewLine, lines);
    }
}

/// <summary>Rows read so far, on a terminal only.</summary>
internal sealed class ImportProgress(TextWriter error)
{
    private readonly bool _isTerminal = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
    private bool _isShown;

    public void Show(int rows)
    {
        if (!_isTerminal) return;
        error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{rows:N0} rows read"));
        _isShown = true;
    }

    public void WriteLine(string text)
    {
        Clear();
        error.WriteLine(text);
    }

    public void Clear()
    {
        if (!_isShown) return;
        error.Write("\r" + new string(' ', 40) + "\r");
        _isShown = false;
    }
}
