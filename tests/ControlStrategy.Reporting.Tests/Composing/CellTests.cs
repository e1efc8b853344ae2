using System.Text.Json;
using ControlStrategy.Reporting.Composing;
using ControlStrategy.Reporting.Definitions;
using ControlStrategy.Reporting.Layout;
using Xunit;

namespace ControlStrategy.Reporting.Tests.Composing;

public sealed class CellTests
{
    private static readonly DefinitionPlace Here = new("small/report.yml", 7, "sheets[0].columns[0].path");

    [Theory]
    [InlineData("CONFIDENTIAL", "[c]")]
    [InlineData("NOT_AVAILABLE", "[x]")]
    [InlineData("NOT_APPLICABLE", "[z]")]
    [InlineData("LOW_RELIABILITY", "[u]")]
    [InlineData("TOO_FEW_POINTS", "[x]")]
    [InlineData("NOT_A_PROBABILITY_SAMPLE", "[z]")]
    [InlineData("BREAK_IN_SERIES", "[b]")]
    public void A_missing_figure_is_the_shorthand_of_its_reason(string reason, string mark)
    {
        var cell = Compose("whole", $$$"""{"figure":{"value":null,"reason":"{{{reason}}}"}}""");

        Assert.Equal(mark, Assert.IsType<WithheldCell>(cell).Shorthand.Mark);
    }

    [Theory]
    [InlineData("""{"figure":{"value":null,"reason":null}}""")]
    [InlineData("""{"figure":null}""")]
    public void A_missing_figure_without_a_reason_is_not_available(string row)
    {
        Assert.Equal(Shorthand.NotAvailable, Assert.IsType<WithheldCell>(Compose("whole", row)).Shorthand);
    }

    [Fact]
    public void A_reason_without_shorthand_is_a_mistake_of_the_definition()
    {
        var mistake = Assert.Throws<ReportDefinitionException>(() => Compose("whole", """{"figure":{"value":null,"reason":"MOON"}}"""));

        Assert.Contains("'MOON' has no shorthand", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_was_not_asked_for_is_a_mistake_of_the_definition()
    {
        var mistake = Assert.Throws<ReportDefinitionException>(() => Compose("whole", """{"figure":{"reason":null}}"""));

        Assert.Equal(Here, mistake.Place);
        Assert.Contains("no 'value' on the way of 'figure.value'", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_in_the_place_of_a_number_is_a_mistake_of_the_definition()
    {
        Assert.Throws<ReportDefinitionException>(() => Compose("whole", """{"figure":{"value":"12","reason":null}}"""));
    }

    [Theory]
    [InlineData("whole", "15781", 15781)]
    [InlineData("oneDecimal", "15128.6", 15128.6)]
    [InlineData("signedPercent", "10.5", 0.105)]
    [InlineData("signedPercent", "10.503466143827463", 0.10503466143827463)]
    [InlineData("signedPercent", "-2.0139564777032655", -0.020139564777032655)]
    [InlineData("signedPercent", "1e-30", 1e-30 / 100)]
    [InlineData("whole", "1e300", 1e300)]
    public void A_number_is_unrounded_and_a_percentage_divided_by_100(string format, string json, double expected)
    {
        var cell = Assert.IsType<NumberCell>(Compose(format, $$$"""{"figure":{"value":{{{json}}},"reason":null}}"""));

        Assert.Equal(expected, cell.Value);
        Assert.Equal(CellFormat.All[format].Pattern, cell.Pattern);
    }

    [Theory]
    [InlineData("words", "\"LOWER_IS_BETTER\"", "Lower is better")]
    [InlineData("text", "\"LOWER_IS_BETTER\"", "LOWER_IS_BETTER")]
    [InlineData("text", "12.50", "12.50")]
    [InlineData("text", "true", "Yes")]
    [InlineData("text", "false", "No")]
    public void Text_is_what_the_answer_says(string format, string json, string expected)
    {
        Assert.Equal(new TextCell(expected), Compose(format, $$$"""{"figure":{"value":{{{json}}},"reason":null}}"""));
    }

    [Fact]
    public void An_empty_text_is_not_available()
    {
        Assert.IsType<WithheldCell>(Compose("text", """{"figure":{"value":"","reason":null}}"""));
    }

    private static ReportCell Compose(string format, string row)
    {
        var column = new ColumnDefinition
        {
            Header = new ReportText("Figure", [new("Figure", null)]),
            Path = new AnswerPath(["figure", "value"], Here),
            Reason = new AnswerPath(["figure", "reason"], Here),
            Format = CellFormat.All[format],
        };
        using var document = JsonDocument.Parse(row);
        return CellComposer.Compose(column, document.RootElement);
    }
}
