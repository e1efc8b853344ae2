namespace ControlStrategy.Reporting.Definitions;

/// <summary>A report as data: what it asks, and how the answers are set out in a workbook.</summary>
public sealed record ReportDefinition
{
    /// <summary>The report's name: the name of its folder, and of its address.</summary>
    public required string Name { get; init; }

    /// <summary>The version of the definition, from 1. It rises with every change that changes a workbook.</summary>
    public required int Version { get; init; }

    /// <summary>The title of the workbook.</summary>
    public required ReportText Title { get; init; }

    /// <summary>Who the report is for.</summary>
    public required string Audience { get; init; }

    /// <summary>What the figures are: one of <see cref="ReportStatus"/>'s texts.</summary>
    public required string Status { get; init; }

    /// <summary>The sources whose figures have that status; figures of others make an official statistic management information.</summary>
    public required IReadOnlyList<string> OfficialSources { get; init; }

    /// <summary>Where there must be a figure for the report to be worth making; null where it may be empty.</summary>
    public RequiredFigure? Requires { get; init; }

    /// <summary>Whom to ask about the report.</summary>
    public required string Contact { get; init; }

    /// <summary>The attribution that the sources' licence demands; null where none is needed.</summary>
    public string? Attribution { get; init; }

    /// <summary>What the reader chooses.</summary>
    public required IReadOnlyList<ParameterDefinition> Parameters { get; init; }

    /// <summary>What the report asks, in the order it is asked.</summary>
    public required IReadOnlyList<OperationDefinition> Operations { get; init; }

    /// <summary>The facts at the top of the cover, before those that every cover has.</summary>
    public required IReadOnlyList<LabelledText> Cover { get; init; }

    /// <summary>The sheets with figures, in their order.</summary>
    public required IReadOnlyList<SheetDefinition> Sheets { get; init; }

    /// <summary>How the figures were made.</summary>
    public required IReadOnlyList<LabelledText> Notes { get; init; }

    /// <summary>The definitions of what the sheets show.</summary>
    public required GlossaryDefinition Definitions { get; init; }

    /// <summary>SHA-256 of `report.yml`, in lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }
}

/// <summary>A report about nothing is refused: at least one of the rows must have the value.</summary>
/// <param name="Rows">The rows, by operation.</param>
/// <param name="Value">The way from a row to the value.</param>
public sealed record RequiredFigure(AnswerPath Rows, AnswerPath Value);

/// <summary>A label and what stands beside it.</summary>
/// <param name="Label">The label.</param>
/// <param name="Text">The text, with placeholders.</param>
public sealed record LabelledText(string Label, ReportText Text);

/// <summary>What the figures of a report are. Every cover says one of these.</summary>
public static class ReportStatus
{
    /// <summary>Released under the Code of Practice for Statistics.</summary>
    public const string OfficialStatistics = "official statistics";

    /// <summary>An organisation's own figures, which are not official statistics.</summary>
    public const string ManagementInformation = "management information";

    /// <summary>Made up to show what the product does.</summary>
    public const string DemonstrationData = "demonstration data, not statistics";

    internal static IReadOnlyDictionary<string, string> Choices { get; } =
        new[] { OfficialStatistics, ManagementInformation, DemonstrationData }.ToDictionary(status => status, StringComparer.Ordinal);
}
