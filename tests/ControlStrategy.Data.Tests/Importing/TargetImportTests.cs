using ControlStrategy.Domain.Imports;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Importing;

public sealed class TargetImportTests() : ShippedImportTest(ImportKind.Targets)
{
    private const string Header = "measure,area,financial_year,value,tolerance";
    private const string Aberdeen = "all-crimes,S12000033,2022/23,15500,5";

    [Fact]
    public async Task A_target_is_stored_and_a_changed_one_supersedes_it()
    {
        Assert.Equal((1, 0, 0, 0), Outcome(await ImportAsync(Header, Aberdeen)));
        var first = Database.Clock.GetUtcNow();
        Assert.NotNull((await ImportAsync(Header, Aberdeen)).AlreadyImportedAt);
        Assert.Equal((1, 1, 0, 0), Outcome(await ImportAsync(Header, Aberdeen.Replace("15500", "15000.5", StringComparison.Ordinal), "all-crimes,S12000033,2023/2024,1,0")));

        var targets = await Database.ReadAsync(x => x.Targets.IgnoreQueryFilters().Where(t => t.ImportId != null).OrderBy(t => t.Id).ToListAsync());
        Assert.Equal([(2022, 15_500m, 5m), (2022, 15_000.5m, 5m), (2023, 1m, 0m)], targets.Select(x => (x.FinancialYearStart, x.Value, x.Tolerance)));
        Assert.Equal((first, Database.Clock.GetUtcNow()), (targets[0].RecordedAt, targets[0].SupersededAt));
        Assert.Equal(2, await Database.ReadAsync(x => x.Targets.CountAsync(t => t.ImportId != null)));
    }

    [Fact]
    public async Task A_made_up_target_is_superseded_by_the_same_value_stated()
    {
        var made = await Database.ReadAsync(x => x.Targets.Include(t => t.Measure).Include(t => t.Area).OrderBy(t => t.Id).FirstAsync());

        var report = await ImportAsync(Header, FormattableString.Invariant($"{made.Measure.Code},{made.Area.Code},{made.FinancialYearStart}/{(made.FinancialYearStart + 1) % 100:00},{made.Value:0.####},{made.Tolerance:0.####}"));

        Assert.Equal((0, 1, 0, 0), Outcome(report));
        Assert.False((await Database.ReadAsync(x => x.Targets.SingleAsync(t => t.ImportId != null))).Demonstration);
    }

    [Theory]
    [InlineData("no-such,S12000033,2022/23,1,1", "measure", "no-such", "is not the code of a measure known here")]
    [InlineData("all-group-2-sexual-crimes,S12000033,2022/23,1,1", "measure", "all-group-2-sexual-crimes", "is NEUTRAL")]
    [InlineData("all-crimes,S12999999,2022/23,1,1", "area", "S12999999", "is not the code of an area known here")]
    [InlineData("all-crimes,S12000033,2022,1,1", "financial_year", "2022", "is not a financial year: write 2022/23")]
    [InlineData("all-crimes,S12000033,2022/23 Q1,1,1", "financial_year", "2022/23 Q1", "is not a financial year")]
    [InlineData("all-crimes,S12000033,2022/23,-1,1", "value", "-1", "is negative")]
    [InlineData("all-crimes,S12000033,2022/23,1,", "tolerance", "", "is empty")]
    public Task A_bad_row_keeps_the_file_out(string row, string column, string value, string reason) =>
        RejectsAsync([Header, Aberdeen, row], 3, column, value, reason);

    [Fact]
    public Task A_target_may_stand_once() => RejectsAsync([Header, Aberdeen, Aberdeen], 3, "", Aberdeen, "repeats line 2");
}
