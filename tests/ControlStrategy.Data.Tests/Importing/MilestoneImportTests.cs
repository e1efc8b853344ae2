using ControlStrategy.Domain.Imports;
using ControlStrategy.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Importing;

public sealed class MilestoneImportTests() : ShippedImportTest(ImportKind.Milestones)
{
    private const string Header = "initiative,title,due_on,completed_on";
    private const string Course = "code,name,summary,kind,objective,status,starts_on,ends_on\nrural,Rural,Text,FORUM,1,";

    [Fact]
    public async Task A_row_becomes_a_milestone_and_is_changed_in_place()
    {
        await StartAsync("ACTIVE,2026-04-01,");
        Assert.Equal((1, 0, 0, 0), Outcome(await ImportAsync(Header, "rural,Agreed,2026-06-30,")));
        Assert.NotNull((await ImportAsync(Header, "rural,Agreed,2026-06-30,")).AlreadyImportedAt);
        Assert.Equal((1, 1, 0, 0), Outcome(await ImportAsync(Header, "rural,Agreed,2026-07-31,2026-07-01", "rural, Printed ,2026-08-31,")));
        Assert.Equal((0, 0, 2, 0), Outcome(await ImportAsync(Header, "rural,Printed,2026-08-31,", "rural,Agreed,2026-07-31,2026-07-01")));

        Assert.Equal([("Agreed", new DateOnly(2026, 7, 31), new DateOnly(2026, 7, 1)), ("Printed", new DateOnly(2026, 8, 31), null)], await OfRuralAsync());
    }

    [Fact]
    public async Task Without_its_column_completion_stays_and_an_empty_cell_reopens()
    {
        await StartAsync("ACTIVE,2026-04-01,");
        await ImportAsync(Header, "rural,Agreed,2026-06-30,2026-06-01");
        Assert.Equal((0, 1, 0, 0), Outcome(await ImportAsync("initiative,title,due_on", "rural,Agreed,2026-07-31")));
        Assert.Equal([("Agreed", new DateOnly(2026, 7, 31), new DateOnly(2026, 6, 1))], await OfRuralAsync());

        await ImportAsync(Header, "rural,Agreed,2026-07-31,");
        Assert.Equal([("Agreed", new DateOnly(2026, 7, 31), null)], await OfRuralAsync());
    }

    [Fact]
    public async Task A_made_up_milestone_that_a_file_states_becomes_real_without_what_was_made_up()
    {
        var made = await Database.ReadAsync(x => x.Milestones.Include(m => m.Initiative).OrderBy(m => m.Id)
            .FirstAsync(m => m.CompletedOn != null && m.Initiative.Status == InitiativeStatus.Active));

        Assert.Equal((0, 1, 0, 0), Outcome(await ImportAsync("initiative,title,due_on", $"{made.Initiative.Code},{made.Title},{made.DueOn:yyyy-MM-dd}")));

        var real = await Database.ReadAsync(x => x.Milestones.SingleAsync(m => m.Id == made.Id));
        Assert.Equal((false, null, 1), (real.Demonstration, real.CompletedOn, real.ImportId));
    }

    [Fact]
    public async Task A_completed_initiative_takes_completed_milestones_only()
    {
        await StartAsync("COMPLETED,2026-04-01,2026-09-30");
        Assert.Equal((0, 0, 0, 1), Outcome(await ImportAsync(Header, "rural,Agreed,2026-06-30,")));
        Assert.Equal("completed_on", Database.Rejections[0].Column);
        Assert.Equal((0, 0, 0, 1), Outcome(await ImportAsync("initiative,title,due_on", "rural,Agreed,2026-06-30")));
        Assert.Contains("a completed one has no open milestone", Database.Rejections[1].Reason, StringComparison.Ordinal);
        Assert.Equal((1, 0, 0, 0), Outcome(await ImportAsync(Header, "rural,Agreed,2026-06-30,2026-06-29")));
        Assert.Equal((0, 1, 0, 0), Outcome(await ImportAsync("initiative,title,due_on", "rural,Agreed,2026-07-31")));
    }

    [Fact]
    public async Task A_milestone_is_not_completed_before_its_initiative_starts()
    {
        await StartAsync("ACTIVE,2026-04-01,");
        Assert.Equal(1, (await ImportAsync(Header, "rural,Agreed,2026-06-30,2026-03-31")).Rejected);
        Assert.Equal("is before the initiative rural starts, on 2026-04-01", Database.Rejections[0].Reason);
    }

    [Theory]
    [InlineData("nothing,Agreed,2026-06-30,", "initiative", "nothing", "is not the code of an initiative known here")]
    [InlineData("bookmakers-forum,,2026-06-30,", "title", "", "is empty")]
    [InlineData("bookmakers-forum,Agreed,,", "due_on", "", "a day is needed")]
    [InlineData("bookmakers-forum,Agreed,2026-02-30,", "due_on", "2026-02-30", "is not a day")]
    [InlineData("bookmakers-forum,Agreed,2026-06-30,soon", "completed_on", "soon", "is not a day")]
    public Task A_bad_row_keeps_the_file_out(string row, string column, string value, string reason) =>
        RejectsAsync([Header, row], 2, column, value, reason);

    private async Task StartAsync(string course) =>
        Assert.Equal(1, (await Database.ImportAsync(ImportKind.Initiatives, Course + course + "\n")).New);

    private Task<List<(string, DateOnly, DateOnly?)>> OfRuralAsync() => Database.ReadAsync(context => context.Milestones
        .Where(x => x.Initiative.Code == "rural").OrderBy(x => x.Title).Select(x => ValueTuple.Create(x.Title, x.DueOn, x.CompletedOn)).ToListAsync());
}
