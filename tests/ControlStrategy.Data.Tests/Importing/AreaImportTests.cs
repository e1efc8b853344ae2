using ControlStrategy.Data.Importing.Formats;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Imports;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Importing;

public sealed class AreaImportTests() : ShippedImportTest(ImportKind.Areas)
{
    private const string Header = "code,name,level,parent,letter,superseded_codes";
    private const string WardHeader = "ward_code,ward_name,council_area_code,council_area_name";

    [Fact]
    public async Task Wards_of_the_published_look_up_hang_under_their_councils()
    {
        Assert.Equal((2, 0, 0, 0), Outcome(await ImportAsync(WardHeader, "S13002518,Mid Argyll ,S12000035,Argyll and Bute", "S13002516,South Kintyre,S12000035,Argyll and Bute")));

        var wards = await Database.ReadAsync(x => x.Areas.Include(a => a.Import).Where(a => a.Parent!.Code == "S12000035").OrderBy(a => a.Code).ToListAsync());
        Assert.Equal([("South Kintyre", AreaLevel.Ward), ("Mid Argyll", AreaLevel.Ward)], wards.Select(x => (x.Name, x.Level)));
        Assert.All(wards, ward => Assert.Equal("figures.csv", ward.Import!.FileName));
    }

    [Fact]
    public Task A_ward_of_an_unknown_council_is_rejected_with_its_code_name_and_line() => RejectsAsync(
        [WardHeader, "S13002516,South Kintyre,S12000035,Argyll and Bute", "S13009999,Nowhere,S12999999,Atlantis"],
        3,
        "council_area_code",
        "S12999999",
        "(Atlantis) is not the code of an area known here");

    [Fact]
    public Task There_is_one_nation() => RejectsAsync(
        [Header, "X99,Second,NATION,,,"], 2, "level", "NATION", "is the level of S92000003 alone: there is one nation");

    [Fact]
    public async Task A_parent_may_stand_after_its_parts_and_a_rejected_one_takes_them_along()
    {
        var report = await ImportAsync(
            acceptValid: true,
            Header,
            "S13000001,Ward of new,WARD,S12000099,,",
            "S12000099,New council,COUNCIL_AREA,S32000017,,S12000098",
            "S13000002,Ward of lost,WARD,S12000097,,",
            "S12000097,Lost council,council area,S32999999,,");

        Assert.Equal((2, 0, 0, 2), Outcome(report));
        Assert.Equal([4L, 5L], Database.Rejections.Select(x => x.Line));
        var ward = await Database.ReadAsync(x => x.Areas.Include(a => a.Parent!.SupersededCodes).SingleAsync(a => a.Code == "S13000001"));
        Assert.Equal(("S12000099", "S12000098"), (ward.Parent!.Code, ward.Parent.SupersededCodes.Single().Code));
    }

    [Fact]
    public async Task An_area_held_is_changed_in_place_and_a_former_code_moves()
    {
        var report = await ImportAsync(Header, "S12000047,Kingdom of Fife,COUNCIL_AREA,S32000017,,", "S12000048,Perth and Kinross,COUNCIL_AREA,S32000017,,S12000024;S12000015");

        Assert.Equal((0, 2, 0, 0), Outcome(report));
        var areas = await Database.ReadAsync(x => x.Areas.Include(a => a.SupersededCodes).Include(a => a.Parent).Where(a => a.Code == "S12000047" || a.Code == "S12000048").OrderBy(a => a.Code).ToListAsync());
        Assert.Equal(("Kingdom of Fife", "D"), (areas[0].Name, areas[0].Parent!.Letter));
        Assert.Empty(areas[0].SupersededCodes);
        Assert.Equal(["S12000015", "S12000024"], areas[1].SupersededCodes.Select(x => x.Code).Order());
    }

    [Fact]
    public async Task A_former_code_moves_away_from_an_area_the_file_does_not_name()
    {
        await ImportAsync(Header, "S12000048,Perth and Kinross,COUNCIL_AREA,S32000017,,S12000024;S12000015");

        Assert.Equal("S12000048", (await Database.ReadAsync(x => x.Set<SupersededAreaCode>().Include(c => c.Area).SingleAsync(c => c.Code == "S12000015"))).Area.Code);
    }

    [Fact]
    public async Task Columns_left_out_leave_what_is_held_and_an_area_as_it_is_held_is_unchanged()
    {
        var report = await ImportAsync("code,name,level,parent", "S12000047,Fife,COUNCIL_AREA,S32000013", "S32000017,Tayside,POLICE_DIVISION,COMMAND-NORTH");

        var fife = await Database.ReadAsync(x => x.Areas.Include(a => a.SupersededCodes).Include(a => a.Parent).SingleAsync(a => a.Code == "S12000047"));
        Assert.Equal("S12000015", fife.SupersededCodes.Single().Code);
        Assert.Equal("D", (await Database.ReadAsync(x => x.Areas.SingleAsync(a => a.Code == "S32000017"))).Letter);
        Assert.Equal((0, 0), (report.New, report.Rejected));
        Assert.NotNull((await ImportAsync("code,name,level,parent", "S12000047,Fife,COUNCIL_AREA,S32000013", "S32000017,Tayside,POLICE_DIVISION,COMMAND-NORTH")).AlreadyImportedAt);
    }

    [Theory]
    [InlineData("S13000001,Ward,WARD,S32000017x,,", "parent", "S32000017x", "is not the code of an area known here")]
    [InlineData("S12000047,Fife,COUNCIL_AREA,S12000048,,", "parent", "S12000048", "is a CouncilArea, and S12000047, a CouncilArea, cannot be part of it")]
    [InlineData("S32000017,Tayside,POLICE_DIVISION,S12000042,D,", "parent", "S12000042", "is a CouncilArea, and S32000017, a PoliceDivision, cannot be part of it")]
    [InlineData("S12000001,A,COUNCIL_AREA,S12000001,,", "parent", "S12000001", "cannot be part of it")]
    [InlineData("S12000047,Fife,WARD,S12000048,,", "level", "WARD", "an area keeps its level")]
    [InlineData("S13000001,Ward,VILLAGE,S12000048,,", "level", "VILLAGE", "write NATION, COMMAND_AREA, POLICE_DIVISION, COUNCIL_AREA, WARD")]
    [InlineData("S13000001,Ward,WARD,,,", "parent", "", "only the nation")]
    [InlineData("S13000001,,WARD,S12000048,,", "name", "", "is empty")]
    [InlineData("S13000001,Ward,WARD,S12000048,Y,", "letter", "Y", "only a police division has a letter")]
    [InlineData("S32000099,New,POLICE_DIVISION,COMMAND-NORTH,D,", "letter", "D", "is the letter of S32000017")]
    [InlineData("S13000001,Ward,WARD,S12000048,,S12000033", "superseded_codes", "S12000033", "which is the code of another area")]
    [InlineData("S13000001,Ward,WARD,S12000048,,S13000001", "superseded_codes", "S13000001", "which is the area's own code")]
    [InlineData("S12000015,Old Fife,COUNCIL_AREA,S32000017,,", "code", "S12000015", "is a former code of S12000047")]
    public Task A_bad_row_keeps_the_file_out(string row, string column, string value, string reason) =>
        RejectsAsync([Header, row], 2, column, value, reason);

    [Fact]
    public Task A_code_may_stand_once() =>
        RejectsAsync([Header, "S13000001,A,WARD,S12000048,,", "S13000001,B,WARD,S12000048,,"], 3, "", "S13000001,B,WARD,S12000048,,", "repeats line 2");

    [Fact]
    public async Task A_file_with_more_areas_than_can_be_is_refused()
    {
        var rows = Enumerable.Range(0, ImportTooManyRowsException.MostRows + 1).Select(number => $"S13{number:000000},Ward,WARD,S12000048,,");

        var refusal = await Assert.ThrowsAsync<ImportTooManyRowsException>(() => ImportAsync([Header, .. rows]));

        Assert.Contains("more than 100,000 rows", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, await Database.CountAsync<Import>());
    }

    [Fact]
    public Task A_former_code_belongs_to_one_area() => RejectsAsync(
        [Header, "S13000001,A,WARD,S12000048,,S13000009", "S13000002,B,WARD,S12000048,,S13000009"], 3, "superseded_codes", "S13000009", "line 2 gives to S13000001");
}
