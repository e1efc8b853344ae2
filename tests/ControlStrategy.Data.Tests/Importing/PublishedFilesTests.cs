using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Imports;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Surveys;
using ControlStrategy.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Importing;

/// <summary>The published files, imported whole. Measures and areas are those they speak of.</summary>
public sealed class PublishedFilesTests : IAsyncLifetime
{
    private const string Scotland = "S92000003";
    private ImportDatabase? _database;

    [SkippableFact]
    public async Task Recorded_crime_is_imported_whole_and_gives_the_published_figures()
    {
        var path = PublishedData.Find(PublishedData.RecordedCrime);
        var database = await DatabaseAsync();

        var report = await database.ImportFileAsync(ImportKind.RecordedCrime, path);

        Assert.Empty(database.Rejections);
        Assert.Equal((38_847, 38_847, 0, 0, 0), (report.Read, report.New, report.Corrected, report.Unchanged, report.Rejected));
        Assert.Equal(38_847, await database.CountAsync<Observation>());
        Assert.Equal(15_781, await AllCrimesAsync("S12000033", 2021));
        Assert.Equal(14_281, await AllCrimesAsync("S12000033", 2020));
        Assert.Equal(32_032, await AllCrimesAsync("S12000036", 2021));
        Assert.Equal(32_673, await AllCrimesAsync("S12000036", 2020));
        Assert.Equal(15_128.6m, await FiveYearMeanAsync("S12000033"));
        Assert.Equal(36_694.2m, await FiveYearMeanAsync("S12000036"));
        Assert.Equal(286_464, await database.ReadAsync(async context => (await OfYear(context, 2021).Select(x => x.Value).ToListAsync()).Sum()));
        Assert.Equal(26 * 32, await database.ReadAsync(context => context.Observations.CountAsync(x => x.Measure.Code == "all-crimes")));
    }

    [SkippableFact]
    public async Task Recorded_crime_imported_twice_changes_nothing_the_second_time()
    {
        var path = PublishedData.Find(PublishedData.RecordedCrime);
        var database = await DatabaseAsync();
        await database.ImportFileAsync(ImportKind.RecordedCrime, path);
        database.Clock.Advance(TimeSpan.FromDays(90));

        var again = await database.ImportFileAsync(ImportKind.RecordedCrime, path);

        Assert.Equal((38_847, 0, 0, 38_847), (again.Read, again.New, again.Corrected, again.Unchanged));
        Assert.Equal(ImportDatabase.Start, again.AlreadyImportedAt);
        Assert.Equal((38_847, 1), (await database.CountAsync<Observation>(), await database.CountAsync<Import>()));
    }

    [SkippableFact]
    public async Task Populations_are_imported_whole()
    {
        var path = PublishedData.Find(PublishedData.Population);
        var database = await DatabaseAsync();

        var report = await database.ImportFileAsync(ImportKind.Population, path);

        Assert.Empty(database.Rejections);
        Assert.Equal((693, 693), (report.Read, report.New));
        Assert.Equal(227_560, await PopulationAsync("S12000033"));
        Assert.Equal(518_500, await PopulationAsync("S12000036"));
        var councils = await database.ReadAsync(context => context.AreaPopulations.Where(x => x.MidYear == 2018 && x.Area.Code != Scotland).SumAsync(x => x.AllAges));
        Assert.Equal(await PopulationAsync(Scotland), councils);
    }

    [SkippableFact]
    public async Task The_survey_imported_twice_and_with_one_row_changed_is_told_apart()
    {
        var path = PublishedData.Find(PublishedData.Survey);
        var database = _database = await ImportDatabase.CreateShippedAsync();
        var first = await database.ImportFileAsync(ImportKind.Survey, path);
        Assert.Equal((7_224, 7_217, 7, 0, 0), (first.Read, first.New, first.Corrected, first.Unchanged, first.Rejected));
        database.Clock.Advance(TimeSpan.FromDays(90));

        var again = await database.ImportFileAsync(ImportKind.Survey, path);
        var changed = await database.ImportAsync(ImportKind.Survey, (await File.ReadAllTextAsync(path)).Replace("67.1412,3.887,", "67.1413,3.887,", StringComparison.Ordinal));

        Assert.Equal((0, 0, 7_224), (again.New, again.Corrected, again.Unchanged));
        Assert.Empty(database.Rejections);
        Assert.Equal((0, 1, 7_223), (changed.New, changed.Corrected, changed.Unchanged));
        // The shipped 16 estimates, the 7,217 new ones, 7 and then 1 that replaced others.
        Assert.Equal(16 + 7_217 + 7 + 1, await database.CountAsync<SurveyEstimate>());
    }

    [SkippableFact]
    public async Task Wards_are_imported_whole()
    {
        var path = PublishedData.Find(PublishedData.Wards);
        var database = _database = await ImportDatabase.CreateShippedAsync();

        var report = await database.ImportFileAsync(ImportKind.Areas, path);

        Assert.Equal((355, 355, 0), (report.Read, report.New, report.Rejected));
        var wards = await database.ReadAsync(context => context.Areas.Include(x => x.Parent).Where(x => x.Level == AreaLevel.Ward).ToListAsync());
        Assert.All(wards, ward => Assert.Equal((AreaLevel.CouncilArea, ward.Name.Trim()), (ward.Parent!.Level, ward.Name)));
        Assert.Equal(32, wards.Select(ward => ward.Parent).Distinct().Count());
    }

    [SkippableTheory]
    [InlineData(PublishedData.Population, ImportKind.Population, 693)]
    [InlineData(PublishedData.RecordedCrime, ImportKind.RecordedCrime, 38_847)]
    public async Task As_workbooks_they_say_what_is_held_already(string file, ImportKind kind, int rows)
    {
        var csv = PublishedData.Find(file);
        var database = await DatabaseAsync();
        var ofCsv = await database.ImportFileAsync(kind, csv);
        var workbook = database.Write("published.xlsx", WorkbookBytes.OfCsv(await File.ReadAllTextAsync(csv)).ToArray());

        var ofWorkbook = await database.ImportFileAsync(kind, workbook);

        Assert.Empty(database.Rejections);
        Assert.Equal((rows, 0, rows), (ofWorkbook.Read, ofWorkbook.New + ofWorkbook.Corrected, ofWorkbook.Unchanged));
        Assert.NotEqual(ofCsv.Sha256, ofWorkbook.Sha256);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_database is not null)
            await _database.DisposeAsync();
    }

    private async Task<ImportDatabase> DatabaseAsync() => _database = await ImportDatabase.CreateAsync(
        Column(PublishedData.RecordedCrime, 4).Select(slug => (slug, MeasureKind.Count)), [Scotland, .. Column(PublishedData.Divisions, 0)]);

    private static List<string> Column(string file, int column) =>
        [.. File.ReadLines(PublishedData.Find(file)).Skip(1).Select(line => line.Split(',')[column]).Distinct()];

    private static IQueryable<Observation> OfYear(StrategyContext context, int year) =>
        context.Observations.Where(x => x.Measure.Code == "all-crimes" && x.PeriodStart == new DateOnly(year, 4, 1));

    private Task<decimal> AllCrimesAsync(string area, int year) =>
        _database!.ReadAsync(context => OfYear(context, year).Where(x => x.Area.Code == area).Select(x => x.Value).SingleAsync());

    private async Task<decimal> FiveYearMeanAsync(string area)
    {
        var sum = 0m;
        for (var year = 2016; year <= 2020; year++)
            sum += await AllCrimesAsync(area, year);
        return sum / 5;
    }

    private Task<int> PopulationAsync(string area) =>
        _database!.ReadAsync(context => context.AreaPopulations.Where(x => x.Area.Code == area && x.MidYear == 2018).Select(x => x.AllAges).SingleAsync());
}
