using ControlStrategy.Domain.Imports;
using ControlStrategy.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Importing;

public sealed class InitiativeImportTests() : ShippedImportTest(ImportKind.Initiatives)
{
    private const string Short = "code,name,summary,kind,objective";
    private const string Header = Short + ",parent,lead_unit,status,starts_on,ends_on,outcomes,priorities,partners,areas";
    private const string Rural = "rural,Rural Watch,Watches farms.,partnership,1,,Safer Communities,ACTIVE,2026-04-01,,1;1a,public-protection,Major banks,S12000033;S12000015";

    [Fact]
    public async Task A_row_becomes_an_initiative_with_all_it_refers_to()
    {
        Assert.Equal((2, 0, 0, 0), Outcome(await ImportAsync(Header, "leaflets,Leaflets,Tells farms.,CAMPAIGN,5,rural,,,,,,,,", Rural)));

        var rural = await FindAsync("rural");
        Assert.Equal(("Rural Watch", InitiativeKind.Partnership, 1, "Safer Communities"), (rural.Name, rural.Kind, rural.Objective.Number, rural.LeadUnit));
        Assert.Equal((InitiativeStatus.Active, new DateOnly(2026, 4, 1), null, false), (rural.Status!.Value, rural.StartsOn!.Value, rural.EndsOn, rural.Demonstration));
        Assert.Equal(["1", "1a"], rural.Outcomes.Select(x => x.Code).Order());
        Assert.Equal(("public-protection", "Major banks"), (rural.Priorities.Single().Code, rural.Partners.Single().Name));
        Assert.Equal(["S12000033", "S12000047"], rural.Areas.Select(x => x.Code).Order());
        Assert.Equal(("leaflets", ImportKind.Initiatives), (rural.Children.Single().Code, rural.Import!.Kind));
    }

    [Fact]
    public async Task A_column_left_out_leaves_what_is_held_and_an_empty_cell_empties_it()
    {
        await ImportAsync(Header, Rural);
        Assert.Equal((0, 1, 0, 0), Outcome(await ImportAsync(Short + ",lead_unit,areas", "rural,Rural Watch,Watches farms.,PARTNERSHIP,1,,")));

        var rural = await FindAsync("rural");
        Assert.Equal((null, 0), (rural.LeadUnit, rural.Areas.Count));
        Assert.Equal((InitiativeStatus.Active, 2, 1), (rural.Status!.Value, rural.Outcomes.Count, rural.Partners.Count));
    }

    [Fact]
    public async Task The_same_rows_are_unchanged()
    {
        await ImportAsync(Header, Rural);

        Assert.NotNull((await ImportAsync(Header, Rural)).AlreadyImportedAt);
        Assert.Equal((1, 0, 1, 0), Outcome(await ImportAsync(Header, Rural, "other,Other,Does it.,FORUM,2,,,,,,,,,")));
        Assert.Equal(1, (await FindAsync("rural")).ImportId);
    }

    [Fact]
    public async Task What_says_nothing_of_the_course_leaves_a_made_up_one_labelled()
    {
        var held = await FindAsync("bookmakers-forum");
        await ImportAsync(Short, "bookmakers-forum,Bookmakers' Forum,Meets.,FORUM,1");

        var changed = await FindAsync("bookmakers-forum");
        Assert.Equal(("Bookmakers' Forum", true, held.StartsOn), (changed.Name, changed.Demonstration, changed.StartsOn));
    }

    [Fact]
    public async Task Stating_one_part_of_the_course_makes_it_real_and_empties_what_was_made_up()
    {
        var row = "cyber-crime,Cyber crime,Guidance.,TOOLKIT,1,PLANNED";
        Assert.Equal((0, 1, 0, 0), Outcome(await ImportAsync(Short + ",status", row)));

        var changed = await FindAsync("cyber-crime");
        Assert.Equal((InitiativeStatus.Planned, null, null, false), (changed.Status!.Value, changed.StartsOn, changed.EndsOn, changed.Demonstration));
    }

    [Theory]
    [InlineData("rural,Rural,Text,PARTNERSHIP,6,,,,,,,,,", "objective", "6", "is not the number of an objective")]
    [InlineData("rural,Rural,Text,CLUB,1,,,,,,,,,", "kind", "CLUB", "is not known: write TOOLKIT, FORUM,")]
    [InlineData(",Rural,Text,FORUM,1,,,,,,,,,", "code", "", "is empty")]
    [InlineData("rural,Rural,Text,FORUM,1,nothing,,,,,,,,", "parent", "nothing", "is not the code of an initiative known here")]
    [InlineData("rural,Rural,Text,FORUM,1,rural,,,,,,,,", "parent", "rural", "is listed under rural itself")]
    [InlineData("rural,Rural,Text,FORUM,1,,,BUSY,,,,,,", "status", "BUSY", "write PLANNED, ACTIVE, PAUSED, COMPLETED")]
    [InlineData("rural,Rural,Text,FORUM,1,,,,1/4/2026,,,,,", "starts_on", "1/4/2026", "is not a day: write 2021-04-30")]
    [InlineData("rural,Rural,Text,FORUM,1,,,,2026-04-01,2026-03-31,,,,", "ends_on", "2026-03-31", "lets it end before it starts")]
    [InlineData("rural,Rural,Text,FORUM,1,,,,,,1;9,,,", "outcomes", "1;9", "names \"9\", which is not an outcome")]
    [InlineData("rural,Rural,Text,FORUM,1,,,,,,,peace,,", "priorities", "peace", "names \"peace\", which is not a priority")]
    [InlineData("rural,Rural,Text,FORUM,1,,,,,,,,Farmers,", "partners", "Farmers", "an import makes none")]
    [InlineData("rural,Rural,Text,FORUM,1,,,,,,,,,S1", "areas", "S1", "which is not an area known here")]
    public Task A_bad_row_keeps_the_file_out(string row, string column, string value, string reason) =>
        RejectsAsync([Header, row], 2, column, value, reason);

    [Fact]
    public Task A_code_may_stand_once() => RejectsAsync([Header, Rural, Rural], 3, "", Rural[..100], "repeats line 2: same code");

    [Fact]
    public async Task Initiatives_listed_under_one_another_are_rejected()
    {
        var report = await ImportAsync(Short + ",parent", "a,A,T,FORUM,1,b", "b,B,T,FORUM,1,a");

        Assert.Equal(2, report.Rejected);
        Assert.Equal(["is listed under a itself", "is not the code of an initiative known here, nor of a row that was taken"], Database.Rejections.Select(x => x.Reason));
    }

    [Fact]
    public async Task Two_held_initiatives_may_change_places()
    {
        await ImportAsync(Short + ",parent", "a,A,T,FORUM,1,", "b,B,T,FORUM,1,a");

        Assert.Equal((0, 2, 0, 0), Outcome(await ImportAsync(Short + ",parent", "a,A,T,FORUM,1,b", "b,B,T,FORUM,1,")));
        Assert.Equal("b", (await FindAsync("a")).Parent!.Code);
    }

    [Fact]
    public async Task An_initiative_with_an_open_milestone_is_not_completed()
    {
        var open = await Database.ReadAsync(x => x.Milestones.Include(m => m.Initiative.Objective).OrderBy(m => m.Id).FirstAsync(m => m.CompletedOn == null));
        var row = $"{open.Initiative.Code},Name,Text,FORUM,{open.Initiative.Objective.Number},COMPLETED";

        await RejectsAsync([Short + ",status", row], 2, "status", "COMPLETED", $"milestone \"{open.Title}\" is open");
    }

    [Fact]
    public async Task An_initiative_does_not_start_after_a_milestone_was_completed()
    {
        var done = await Database.ReadAsync(x => x.Milestones.Include(m => m.Initiative.Objective).OrderBy(m => m.Id).FirstAsync(m => m.CompletedOn != null));
        var row = $"{done.Initiative.Code},Name,Text,FORUM,{done.Initiative.Objective.Number},2099-01-01";

        await RejectsAsync([Short + ",starts_on", row], 2, "starts_on", "2099-01-01", "its initiative starts on 2099-01-01");
    }

    private Task<Initiative> FindAsync(string code) => Database.ReadAsync(context => context.Initiatives
        .Include(x => x.Objective).Include(x => x.Parent).Include(x => x.Children).Include(x => x.Outcomes).Include(x => x.Priorities)
        .Include(x => x.Partners).Include(x => x.Areas).Include(x => x.Import).AsSplitQuery().SingleAsync(x => x.Code == code));
}
