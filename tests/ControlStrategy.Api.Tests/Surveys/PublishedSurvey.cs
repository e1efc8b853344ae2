using System.Globalization;
using ControlStrategy.Testing;

namespace ControlStrategy.Api.Tests.Surveys;

/// <summary>The published survey file, and the published test computed on its own.</summary>
internal static class PublishedSurvey
{
    /// <summary>All rows. Only the texts between the first four and the last nine columns have commas of their own.</summary>
    public static List<PublishedRow> Rows() =>
        [.. File.ReadLines(PublishedData.Find(PublishedData.Survey)).Skip(1).Select(line => line.Split(',')).Select(fields => new PublishedRow(fields[1], fields[2], fields[3])
        {
            Percentage = Number(fields[^9]),
            HalfWidth = Number(fields[^8]),
            Base = int.Parse(fields[^5], CultureInfo.InvariantCulture),
            DesignFactor = Number(fields[^3])!.Value,
            IsLowerBetter = fields[^2] == "1",
            Shorthand = fields[^1],
        })];

    /// <summary>A wave as the file writes it.</summary>
    public static string WaveOf(string label) => label.Contains('/', StringComparison.Ordinal) ? label.Replace('/', '-') : label + "*";

    /// <summary>The second row against the first, in shares of one.</summary>
    public static PublishedComparison Compare(PublishedRow from, PublishedRow to)
    {
        if (from.Percentage is not { } before || to.Percentage is not { } after)
            return new(null, null, null, from.MissingReason == "NOT_AVAILABLE" || to.MissingReason == "NOT_AVAILABLE" ? "NOT_AVAILABLE" : "LOW_RELIABILITY");
        var threshold = 100 * Math.Sqrt(Math.Pow(Margin(from, before / 100), 2) + Math.Pow(Margin(to, after / 100), 2));
        var isBetter = after > before != from.IsLowerBetter;
        var verdict = Math.Abs(after - before) <= threshold ? "NO_SIGNIFICANT_DIFFERENCE" : isBetter ? "BETTER" : "WORSE";
        return new(after - before, threshold, verdict, null);
    }

    private static double Margin(PublishedRow row, double share) => 1.96 * Math.Sqrt(share * (1 - share) / row.Base) * row.DesignFactor;

    private static double? Number(string field) => field.Length == 0 ? null : double.Parse(field, CultureInfo.InvariantCulture);
}

/// <summary>A row of the file.</summary>
internal sealed record PublishedRow(string Letter, string Wave, string Question)
{
    public double? Percentage { get; init; }

    public double? HalfWidth { get; init; }

    public required int Base { get; init; }

    public required double DesignFactor { get; init; }

    public required bool IsLowerBetter { get; init; }

    public required string Shorthand { get; init; }

    public string? MissingReason => Shorthand switch { "[u]" => "LOW_RELIABILITY", "[x]" => "NOT_AVAILABLE", _ => null };
}

/// <summary>What should come out.</summary>
internal sealed record PublishedComparison(double? Difference, double? Threshold, string? Verdict, string? Reason);
