using ControlStrategy.Reporting.Definitions;
using ControlStrategy.Reporting.Layout;
using ControlStrategy.Reporting.Tests.Fakes;
using Xunit;

namespace ControlStrategy.Reporting.Tests.Composing;

public sealed class ReportContentTests
{
    [Fact]
    public async Task Every_workbook_has_its_figures_notes_definitions_and_manifest()
    {
        var content = await SmallReport.ComposeAsync(new FakeApi());

        Assert.Equal(["Counts", "Notes", "Definitions", "Manifest"], content.Sheets.Select(sheet => sheet.Name));
        Assert.Equal(["tblCounts", "tblNotes", "tblDefinitions", "tblManifest"], content.Sheets.Select(sheet => sheet.TableName));
    }

    [Fact]
    public async Task The_cover_says_what_the_reader_must_know_first()
    {
        var content = await SmallReport.ComposeAsync(new FakeApi());

        Assert.Equal("Figures of Aberdeen City, 2021/22", content.Cover.Title);
        Assert.Equal(
            [
                new("Area", "Aberdeen City (S12000033)"),
                new("Data as at", "14 March 2026, 09:30 UTC"),
                new("Audience", "Readers of tests"),
                new("Status", "Management information"),
                new("Sources", "Scottish Government, Recorded Crimes and Offences"),
                new CoverFact("Contact", "Nobody"),
            ],
            content.Cover.Facts);
    }

    [Fact]
    public async Task Data_as_at_is_the_newest_time_of_all_answers()
    {
        var yaml = SmallReport.Yaml.Replace("cover:", "  - name: more\n    file: more.graphql\n\ncover:", StringComparison.Ordinal);
        using var report = SmallReport.Write(yaml);
        File.WriteAllText(Path.Combine(report.Folder, "small", "more.graphql"), "{ scorecard(period: $period) { rows } } # newer\n");
        var older = new FakeApi();
        var newer = new FakeApi { DataAsAt = "2026-05-01T00:00:00+02:00" };

        var content = await report.ComposeAsync((text, name, variables, token) => text.Contains("# newer", StringComparison.Ordinal)
            ? newer.RunAsync(text, name, new Dictionary<string, object?> { ["measures"] = new List<object?> { "one" } }, token)
            : older.RunAsync(text, name, variables, token));

        Assert.Equal(new DateTimeOffset(2026, 4, 30, 22, 0, 0, TimeSpan.Zero), content.DataAsAt);
    }

    [Fact]
    public async Task Data_as_at_is_not_available_where_no_answer_gives_it()
    {
        var content = await SmallReport.ComposeAsync(new FakeApi { DataAsAt = null });

        Assert.Null(content.DataAsAt);
        Assert.Contains(new CoverFact("Data as at", "[x]"), content.Cover.Facts);
    }

    [Fact]
    public async Task Demonstration_data_is_named_on_the_cover_and_above_the_table()
    {
        var content = await SmallReport.ComposeAsync(new FakeApi().With(new ScorecardRow("two", "Two") { Demonstration = true }));

        Assert.Contains(new CoverFact("Status", "Demonstration data, not statistics"), content.Cover.Facts);
        Assert.Equal("Demonstration data, not statistics.", content.Sheets[0].Introduction[0]);
    }

    [Fact]
    public async Task A_table_says_what_the_shorthand_in_it_means_and_the_notes_repeat_it()
    {
        var awkward = new ScorecardRow("two", "Two") { Previous = 0, Population = null };

        var content = await SmallReport.ComposeAsync(new FakeApi().With(awkward));

        Assert.Equal("Shorthand in this table: [x] Not available. [z] Not applicable.", content.Sheets[0].Introduction[^1]);
        Assert.Equal(
            [
                "Method | Counted in 2021/22.",
                "Shorthand [x] | Not available.",
                "Shorthand [z] | Not applicable.",
                "Attribution | From nowhere.",
            ],
            content.Sheets[1].Rows.Select(Text));
    }

    [Fact]
    public async Task Notes_say_where_no_shorthand_is_used()
    {
        var content = await SmallReport.ComposeAsync(new FakeApi());

        Assert.Single(content.Sheets[0].Introduction);
        Assert.Contains("Shorthand | None is used in this workbook.", content.Sheets[1].Rows.Select(Text));
    }

    [Fact]
    public async Task A_thing_shown_twice_is_defined_once()
    {
        var start = SmallReport.Yaml.IndexOf("  - name: Counts", StringComparison.Ordinal);
        var end = SmallReport.Yaml.IndexOf("notes:", StringComparison.Ordinal);
        var yaml = SmallReport.Yaml.Insert(end, $"{SmallReport.Yaml[start..end]}\n");

        var content = await SmallReport.ComposeAsync(new FakeApi(), yaml);

        Assert.Equal(["Counts", "Counts 2"], content.Sheets.Take(2).Select(written => written.Name));
        Assert.Equal(["One | Lower is better", "Two | Lower is better"], content.Sheets[3].Rows.Select(Text));
    }

    [Fact]
    public async Task A_table_without_rows_says_so()
    {
        var yaml = SmallReport.Yaml.Replace("measures: [one, two]", "measures: [none]", StringComparison.Ordinal);
        using var report = SmallReport.Write(yaml);
        var api = new FakeApi();

        var content = await report.ComposeAsync((text, name, variables, token) => api.RunAsync(
            text, name, variables.ToDictionary(v => v.Key, v => v.Key == "measures" ? new List<object?>() : v.Value), token));

        Assert.Equal("No rows | [z] | [z] | [z]", Text(Assert.Single(content.Sheets[0].Rows)));
        Assert.Contains("Rows in Counts | 0", content.Sheets[^1].Rows.Select(Text));
    }

    [Fact]
    public async Task Two_headers_that_a_placeholder_makes_the_same_are_refused()
    {
        var yaml = SmallReport.Yaml.Replace("header: Rate", "header: \"{period}\"", StringComparison.Ordinal)
            .Replace("header: Category", "header: 2021/22", StringComparison.Ordinal);

        var mistake = await Assert.ThrowsAsync<ReportDefinitionException>(() => SmallReport.ComposeAsync(new FakeApi(), yaml));

        Assert.Contains("the header '2021/22'", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_figure_changes_the_data_hash_and_nothing_else_of_the_manifest()
    {
        var before = await ManifestOf(new FakeApi());
        var after = await ManifestOf(new FakeApi().With(new ScorecardRow("two", "Two") { Current = 121 }));

        Assert.Equal("SHA-256 of the data", Assert.Single(before.Except(after)).Split(" | ")[0]);
    }

    private static async Task<List<string>> ManifestOf(FakeApi api) =>
        [.. (await SmallReport.ComposeAsync(api)).Sheets[^1].Rows.Select(Text)];

    private static string Text(RowContent row) => string.Join(" | ", row.Cells.Select(CellText.Shown));
}
