using ControlStrategy.Reporting.Definitions;
using ControlStrategy.Reporting.Tests.Fakes;
using Xunit;

namespace ControlStrategy.Reporting.Tests.Definitions;

public sealed class ReportDefinitionErrorTests
{
    [Theory]
    [InlineData("audience:", "audiense:", 4, "audiense", "unknown key")]
    [InlineData("    required: true", "    requird: true", 12, "parameters[0].requird", "unknown key")]
    [InlineData("        unit: number", "        units: number", 55, "sheets[0].columns[1].units", "unknown key")]
    [InlineData("contact: Nobody\n", "", 1, "contact", "missing")]
    [InlineData("contact: Nobody", "contact:", 6, "contact", "a text belongs here")]
    [InlineData("contact: Nobody", "contact: [Nobody]", 6, "contact", "a text belongs here")]
    [InlineData("version: 3", "version: three", 2, "version", "whole number from 1")]
    [InlineData("version: 3", "version: 0", 2, "version", "whole number from 1")]
    [InlineData("name: small", "name: large", 1, "name", "'small', not 'large'")]
    [InlineData("status: management information", "status: gossip", 5, "status", "'gossip' is not one of")]
    [InlineData("type: period", "type: date", 16, "parameters[1].type", "'date' is not one of: text, wholeNumber, areaCode, period")]
    [InlineData("default: 2021/22", "default: soon", 18, "parameters[1].default", "not a period")]
    [InlineData("    default: 2021/22\n", "", 17, "parameters[1].required", "required or has a default")]
    [InlineData("unknownWhenNull: place.area", "unknownWhenNull: plaice.area", 14, "parameters[0].unknownWhenNull", "names no operation")]
    [InlineData("title: Figures of {place.area.name}", "title: Figures of {aera}", 3, "title", "'aera' names no parameter")]
    [InlineData("title: Figures of {place.area.name}", "title: Figures of {aera.name}", 3, "title", "'aera.name' names no operation")]
    [InlineData("title: Figures of {place.area.name}", "title: Figures of {place", 3, "title", "")]
    [InlineData("title: Figures of {place.area.name}", "title: Figures of place}", 3, "title", "one brace stands alone")]
    [InlineData("- name: figures", "- name: place", 26, "operations[1].name", "'place' stands twice")]
    [InlineData("- name: figures", "- name: my.figures", 26, "operations[1].name", "not a name")]
    [InlineData("file: figures.graphql", "file: missing.graphql", 27, "operations[1].file", "there is no file 'missing.graphql'")]
    [InlineData("file: figures.graphql", "file: ../small/figures.graphql", 27, "operations[1].file", "in the report's own folder")]
    [InlineData("limit: 5", "limit: \"{period} and more\"", 33, "operations[1].variables.limit", "one parameter")]
    [InlineData("source: figures.scorecard.rows", "source: figures", 46, "sheets[0].source", "names no operation")]
    [InlineData("source: figures.scorecard.rows", "source: figures..rows", 46, "sheets[0].source", "is not a path")]
    [InlineData("format: signedPercent", "format: sharp", 63, "sheets[0].columns[2].format", "'sharp' is not one of: text, words, whole")]
    [InlineData("header: Rate", "header: category", 64, "sheets[0].columns[3].header", "same header")]
    [InlineData("values: [one]", "values: []", 49, "sheets[0].emphasise.values", "at least one entry")]
    [InlineData("measures: [one, two]", "measures: [one, two", 32, "", "this is not YAML")]
    public void A_mistake_in_a_definition_names_file_line_and_key(string from, string to, int line, string key, string problem)
    {
        Assert.Contains(from, SmallReport.Yaml, StringComparison.Ordinal);
        using var report = SmallReport.Write(SmallReport.Yaml.Replace(from, to, StringComparison.Ordinal));

        var mistake = Assert.Throws<ReportDefinitionException>(() => ReportCatalogue.Open(report.Folder).Load("small"));

        Assert.Equal(new DefinitionPlace("small/report.yml", line, key), mistake.Place);
        Assert.Contains(problem, mistake.Message, StringComparison.Ordinal);
        Assert.StartsWith($"small/report.yml, line {line}", mistake.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Folder, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_definition_that_is_not_a_mapping_is_refused()
    {
        using var report = SmallReport.Write("- a\n- list\n");

        var mistake = Assert.Throws<ReportDefinitionException>(() => ReportCatalogue.Open(report.Folder).Load("small"));

        Assert.Equal(1, mistake.Place.Line);
    }

    [Fact]
    public void A_key_that_stands_twice_is_refused_with_its_line()
    {
        using var report = SmallReport.Write(SmallReport.Yaml.Replace("version: 3", "version: 3\nversion: 4", StringComparison.Ordinal));

        var mistake = Assert.Throws<ReportDefinitionException>(() => ReportCatalogue.Open(report.Folder).Load("small"));

        Assert.Equal(3, mistake.Place.Line);
    }
}
