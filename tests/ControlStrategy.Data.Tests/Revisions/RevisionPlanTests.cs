using ControlStrategy.Data.Revisions;
using ControlStrategy.Domain.Revisions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Revisions;

/// <summary>How the database goes about finding changes: nothing takes longer than in proportion to the rows there are.</summary>
public sealed class RevisionPlanTests(DatabaseFile database) : IClassFixture<DatabaseFile>
{
    private const string History = "IX_Observations_MeasureId_AreaId_PeriodStart_RecordedAt";

    [Fact]
    public async Task Observations_are_walked_in_the_order_of_their_history_and_each_finds_its_earlier_row_there()
    {
        var plan = await PlanAsync(FigureKind.Observation, isFurther: false);
        Assert.Contains($"SCAN later USING INDEX {History}", plan);
        Assert.Contains($"SEARCH Observations USING INDEX {History} (MeasureId=? AND AreaId=? AND PeriodStart=? AND RecordedAt<?) LEFT-JOIN", plan);
        Assert.DoesNotContain("USE TEMP B-TREE FOR ORDER BY", plan);
    }

    [Fact]
    public async Task A_further_page_begins_at_its_place() =>
        Assert.Contains($"SEARCH later USING INDEX {History} ((MeasureId,AreaId,PeriodStart)>(?,?,?))", await PlanAsync(FigureKind.Observation, isFurther: true));

    [Theory]
    [InlineData(FigureKind.Target, "MeasureId=? AND AreaId=? AND FinancialYearStart=?")]
    [InlineData(FigureKind.Population, "AreaId=? AND MidYear=?")]
    [InlineData(FigureKind.Estimate, "QuestionId=? AND AreaId=? AND WaveId=?")]
    public async Task Other_figures_find_their_earlier_row_by_their_whole_key(FigureKind figure, string key) =>
        Assert.Contains($"SEARCH earlier USING AUTOMATIC COVERING INDEX ({key}) LEFT-JOIN", await PlanAsync(figure, isFurther: false));

    [Fact]
    public void Every_kind_of_figure_is_looked_at() =>
        Assert.Equal(Enum.GetValues<FigureKind>(), FigureTable.All.Select(table => table.Figure));

    private async Task<List<string>> PlanAsync(FigureKind figure, bool isFurther)
    {
        var text = new RevisionText(FigureTable.All.Single(table => table.Figure == figure), new RevisionScope { AsAt = Sample.Noon });
        await using var context = database.Open();
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN WITH {text.Earlier} SELECT {text.Columns} {text.Rows} {(isFurther ? $"AND {text.IsFurther}" : "")} ORDER BY {text.Order} LIMIT @rows";
        foreach (var name in (string[])["@asAt", "@until", "@rows", "@subject", "@area", "@first", "@last", "@wave"])
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, 1);
            command.Parameters.Add(parameter);
        }
        await using var rows = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await rows.ReadAsync())
            steps.Add(rows.GetString(3));
        return steps;
    }
}
