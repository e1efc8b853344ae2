using Xunit;

namespace ControlStrategy.Api.Tests.Analytics.Scorecards;

public sealed class ScorecardRefusalTests(TidyFiguresApp app) : IClassFixture<TidyFiguresApp>
{
    [Theory]
    [InlineData("period: \"2021/22\", compareWith: \"2020/21 Q1\"", "PERIOD_MISMATCH", "2020/21 Q1")]
    [InlineData("period: \"2021/22 Q2\", compareWith: \"2020/21 Q1\"", "PERIOD_MISMATCH", "2020/21 Q1")]
    [InlineData("period: \"2021/22 YTD Sep\", compareWith: \"2020/21 YTD Aug\"", "PERIOD_MISMATCH", "2020/21 YTD Aug")]
    [InlineData("period: \"2021/22\", compareWith: \"2021/22\"", "PERIOD_MISMATCH", "2021/22")]
    [InlineData("period: \"2021/22\", compareWith: \"2022/23\"", "PERIOD_MISMATCH", "2022/23")]
    [InlineData("period: \"2021/22\", compareWith: \"2000/01\"", "PERIOD_MISMATCH", "20 years")]
    [InlineData("period: \"2021/22\", compareWith: \"last year\"", "INVALID_PERIOD", "last year")]
    [InlineData("period: \"2021/22\", outcome: \"9\"", "UNKNOWN_OUTCOME", "9")]
    [InlineData("period: \"2021/22\", outcome: \"2\", measures: [\"all-crimes\"]", "UNKNOWN_MEASURE", "of outcome '2'")]
    [InlineData("period: \"2021/22\", level: COUNCIL_AREA, measures: [\"all-crimes\", \"tidy-recounted\", \"tidy-casualties\", \"tidy-housebreaking\"]", "TOO_MANY_ROWS", "128 rows, more than 100")]
    [InlineData("period: \"2021/22\", areas: [\"S12000033\", \"S99\"]", "UNKNOWN_AREA", "S99")]
    public async Task What_is_refused_says_what_and_why(string arguments, string code, string named)
    {
        var answer = await app.AskAsync($"{{ scorecard({arguments}) {{ rows {{ current {{ value }} }} }} }}");
        Assert.Equal(code, answer.ErrorCode());
        Assert.Contains(named, answer.Text("errors.0.message"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("period: \"2021/22\", compareWith: \"2001/02\"")]
    [InlineData("period: \"2021/22 YTD Jun\", compareWith: \"2020/21 Q1\"")]
    [InlineData("period: \"2024-02\", compareWith: \"2023-02\"")]
    [InlineData("period: \"2021/22\", level: COUNCIL_AREA")]
    [InlineData("period: \"1900/01\"")]
    [InlineData("period: \"2100/01\"")]
    public async Task What_is_just_allowed_is_answered(string arguments)
    {
        var data = await app.DataAsync($"{{ scorecard({arguments}, measures: [\"all-crimes\", \"tidy-housebreaking\"]) {{ rows {{ change {{ pValue testReason }} rolling12 {{ reason }} variation rag }} }} }}");
        Assert.NotEmpty(data.Entries("scorecard.rows"));
    }

    [Theory]
    [InlineData("areas: []")]
    [InlineData("measures: []")]
    public async Task Nothing_asked_for_is_no_rows(string arguments) =>
        Assert.Empty((await app.DataAsync($"{{ scorecard(period: \"2021/22\", {arguments}) {{ rows {{ rag variation change {{ pValue }} }} }} }}")).Entries("scorecard.rows"));
}
