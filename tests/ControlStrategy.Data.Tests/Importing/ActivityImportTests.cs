using ControlStrategy.Domain.Imports;
using ControlStrategy.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Importing;

public sealed class ActivityImportTests() : ShippedImportTest(ImportKind.Activities)
{
    private const string Header = "initiative,area,held_on,kind,title,reach";
    private const string Visit = "bookmakers-forum,S12000033,2026-11-05,ENGAGEMENT,Visit,24";

    [Fact]
    public async Task A_row_becomes_an_activity_and_only_its_reach_changes()
    {
        Assert.Equal((1, 0, 0, 0), Outcome(await ImportAsync(Header, Visit)));
        Assert.Equal((1, 1, 0, 0), Outcome(await ImportAsync(Header, Visit.Replace(",24", ",30", StringComparison.Ordinal), "bookmakers-forum,S12000015,2026-11-05,problem-solving,Visit,")));
        Assert.Equal((0, 0, 1, 0), Outcome(await ImportAsync(Header, Visit.Replace(",24", ",30", StringComparison.Ordinal))));

        var activities = await Database.ReadAsync(x => x.Activities.Include(a => a.Area).Where(a => a.ImportId != null).OrderBy(a => a.Id).ToListAsync());
        Assert.Equal([("S12000033", ActivityKind.Engagement, 30, 2), ("S12000047", ActivityKind.ProblemSolving, null, 2)], activities.Select(x => (x.Area.Code, x.Kind, x.Reach, x.ImportId!.Value)));
        Assert.All(activities, x => Assert.False(x.Demonstration));
    }

    [Fact]
    public async Task Without_its_column_a_real_reach_stays_and_a_made_up_one_goes()
    {
        var made = await Database.ReadAsync(x => x.Activities.Include(a => a.Area).Include(a => a.Initiative).OrderBy(a => a.Id).FirstAsync(a => a.Reach != null));
        var row = $"{made.Initiative.Code},{made.Area.Code},{made.HeldOn:yyyy-MM-dd},{made.Kind},{made.Title}".Replace("ProblemSolving", "PROBLEM_SOLVING", StringComparison.Ordinal);
        await ImportAsync(Header, Visit);

        Assert.Equal((0, 1, 1, 0), Outcome(await ImportAsync("initiative,area,held_on,kind,title", row, Visit[..^3])));

        Assert.Equal(24, (await Database.ReadAsync(x => x.Activities.SingleAsync(a => a.ImportId == 1))).Reach);
        var real = await Database.ReadAsync(x => x.Activities.SingleAsync(a => a.ImportId == 2));
        Assert.Equal((null, false), (real.Reach, real.Demonstration));
    }

    [Theory]
    [InlineData("nothing,S12000033,2026-11-05,ENGAGEMENT,Visit,1", "initiative", "nothing", "is not the code of an initiative known here")]
    [InlineData("bookmakers-forum,S1,2026-11-05,ENGAGEMENT,Visit,1", "area", "S1", "is not the code of an area known here")]
    [InlineData("bookmakers-forum,S12000033,05.11.2026,ENGAGEMENT,Visit,1", "held_on", "05.11.2026", "is not a day")]
    [InlineData("bookmakers-forum,S12000033,2026-11-05,TALK,Visit,1", "kind", "TALK", "write ENGAGEMENT, PROBLEM_SOLVING, COMMUNICATION")]
    [InlineData("bookmakers-forum,S12000033,2026-11-05,,Visit,1", "kind", "", "is empty: write ENGAGEMENT")]
    [InlineData("bookmakers-forum,S12000033,2026-11-05,ENGAGEMENT, ,1", "title", " ", "is empty")]
    [InlineData("bookmakers-forum,S12000033,2026-11-05,ENGAGEMENT,Visit,1.5", "reach", "1.5", "is not a whole number")]
    [InlineData("bookmakers-forum,S12000033,2026-11-05,ENGAGEMENT,Visit,2147483648", "reach", "2147483648", "is too large")]
    [InlineData("bookmakers-forum,S12000033,2026-11-05,ENGAGEMENT,Visit,-1", "reach", "-1", "is negative")]
    public Task A_bad_row_keeps_the_file_out(string row, string column, string value, string reason) =>
        RejectsAsync([Header, row], 2, column, value, reason);

    [Fact]
    public Task An_activity_may_stand_once() => RejectsAsync([Header, Visit, Visit], 3, "", Visit, "repeats line 2");
}
