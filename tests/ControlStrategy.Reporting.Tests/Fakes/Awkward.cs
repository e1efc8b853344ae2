using ControlStrategy.Reporting.Layout;

namespace ControlStrategy.Reporting.Tests.Fakes;

/// <summary>A report whose every name and text is one that has broken a workbook before.</summary>
internal static class Awkward
{
    public static IReadOnlyList<string> Texts { get; } =
    [
        "=cmd|'/c calc'!A1",
        "+1",
        "-2-3",
        "@x",
        "007",
        "1e5",
        "2021-04-01",
        "TRUE",
        "'quoted",
        "  spaced  ",
        "two\nlines",
        "_x0041_ and _xD83D__xDE00_",
        "😀 emoji",
        "bell \u0007",
        "<&>\"",
        "Comhairle nan Eilean Siar, Ò",
        new string('x', 40_000),
    ];

    public static Task<ReportContent> ComposeAsync()
    {
        var codes = Texts.Select((_, index) => $"code{index}").ToList();
        var yaml = SmallReport.Yaml
            .Replace("measures: [one, two]", $"measures: [{string.Join(", ", codes)}]", StringComparison.Ordinal)
            .Replace("- name: Counts", "- name: \"Counts [all]: a/b\\\\c*? and much more besides\"", StringComparison.Ordinal)
            .Replace("title: Counts in {period}", "title: \"=SUM(A1) & {place.area.name} 😀\"", StringComparison.Ordinal)
            .Replace("title: Figures of", $"title: {new string('x', 88)}😀 Figures of", StringComparison.Ordinal)
            .Replace("header: Category", "header: \"=Category & 😀 <x>\"", StringComparison.Ordinal);
        var api = new FakeApi { AreaName = "=Aber&deen 'City'" };
        foreach (var (index, text) in Texts.Index())
            api.With(new ScorecardRow(codes[index], text) { Previous = index == 0 ? 0 : 100, Population = index == 1 ? null : 7_919 });
        return SmallReport.ComposeAsync(api, yaml);
    }
}
