using ControlStrategy.Api.Imports;
using ControlStrategy.Api.Tests.Faults;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.Api.Tests.Imports;

/// <summary>Who follows observationsImported learns of every import that brought observations, whichever process made it.</summary>
[Collection(ProcessTests.Name)]
public sealed class FollowedImportTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Told = "import { fileName kind new corrected } measures { code } periodStart periodEnd areaCount observationCount";

    [Fact]
    public async Task An_import_of_another_process_is_told_and_what_it_brought_can_be_asked_for()
    {
        using var follower = await FollowAsync(null);
        await ImportAsync("theirs.csv", "all-crimes,S12000033,1911-04,1\nall-crimes,S12000036,1911-05,2\ncrimes-group-3-housebreaking,S12000036,1911-06,3\n");
        Assert.Equal(
            """{"import":{"fileName":"theirs.csv","kind":"OBSERVATIONS","new":3,"corrected":0},"measures":[{"code":"all-crimes"},{"code":"crimes-group-3-housebreaking"}],"periodStart":"1911-04-01","periodEnd":"1911-06-30","areaCount":2,"observationCount":3}""",
            await follower.NextAsync());
        // No answer is kept from before.
        var held = await app.DataAsync("""{ measure(code: "all-crimes") { observations(where: { periodStart: { eq: "1911-04-01" } }) { nodes { value } } } }""");
        Assert.Equal(1, held.GetProperty("measure").GetProperty("observations").GetProperty("nodes")[0].GetProperty("value").GetInt32());
    }

    [Fact]
    public async Task An_import_through_the_server_is_told()
    {
        using var follower = await FollowAsync(null);
        await UploadAsync("ours.csv", "all-crimes,S12000033,1912-04,1\n");
        Assert.Contains("\"fileName\":\"ours.csv\"", await follower.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_of_activities_is_told_with_the_figures_computed_from_them()
    {
        using var follower = await FollowAsync("""["engagement-reach"]""");
        await UploadAsync("visits.csv", "bookmakers-forum,S12000033,1915-04-30,ENGAGEMENT,Visit,24\n", "activities", "initiative,area,held_on,kind,title,reach\n");
        Assert.Equal(
            """{"import":{"fileName":"visits.csv","kind":"ACTIVITIES","new":1,"corrected":0},"measures":[{"code":"engagement-activities"},{"code":"problem-solving-activities"},{"code":"communication-activities"},{"code":"all-activities"},{"code":"engagement-reach"},{"code":"communication-reach"},{"code":"all-reach"}],"periodStart":"1915-04-01","periodEnd":"1915-04-30","areaCount":32,"observationCount":224}""",
            await follower.NextAsync());
    }

    [Fact]
    public async Task Imports_without_observations_or_of_other_measures_or_that_change_nothing_are_not_told()
    {
        using var follower = await FollowAsync("""["crimes-group-3-housebreaking"]""");
        await UploadAsync("others.csv", "all-crimes,S12000033,1913-04,1\n");
        await UploadAsync("again.csv", "all-crimes,S12000033,1913-04,1\n");
        await UploadAsync("people.csv", "S12000033,1913,100\n", "population", "area_code,mid_year,population_all_ages\n");
        await UploadAsync("asked.csv", "crimes-group-3-housebreaking,S12000033,1913-04,1\n");
        Assert.Contains("\"fileName\":\"asked.csv\"", await follower.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_imported_after_a_backup_was_restored_is_told()
    {
        await UploadAsync("before.csv", "all-crimes,S12000033,1914-04,1\n");
        var backup = Path.Combine(app.Folder, "backup.db");
        await RunAsync("backup", backup);
        using var follower = await FollowAsync(null);
        await UploadAsync("lost.csv", "all-crimes,S12000033,1914-05,1\n");
        Assert.Contains("\"fileName\":\"lost.csv\"", await follower.NextAsync(), StringComparison.Ordinal);
        await RunAsync("restore", backup);
        // It gets the key that the lost one had.
        await ImportAsync("after.csv", "all-crimes,S12000033,1914-06,1\n");
        Assert.Contains("\"fileName\":\"after.csv\"", await follower.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_away_for_a_while_is_found_again()
    {
        using var follower = await FollowAsync(null);
        var (file, away) = (app.Database, app.Database + ".away");
        File.Move(file, away);
        var watch = app.Services.GetRequiredService<ImportWatch>();
        using (var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1)))
        {
            while (!watch.IsOut)
                await Task.Delay(5, patience.Token);
        }
        File.Move(away, file);
        await UploadAsync("back.csv", "all-crimes,S12000033,1915-04,1\n");
        Assert.Contains("\"fileName\":\"back.csv\"", await follower.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_that_does_not_exist_is_refused_at_once()
    {
        using var follower = await BeginAsync("""["all-crime"]""");
        Assert.Contains("UNKNOWN_MEASURE", await follower.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_looks_at_the_database_once_the_last_follower_has_left()
    {
        (await FollowAsync(null)).Dispose();
        await FollowersAreAsync(0);
    }

    private async Task FollowersAreAsync(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (app.Services.GetRequiredService<ImportWatch>().FollowerCount != count)
            await Task.Delay(5, patience.Token);
    }

    private async Task<Follower> FollowAsync(string? measures)
    {
        await FollowersAreAsync(0);
        var follower = await BeginAsync(measures);
        await FollowersAreAsync(1);
        return follower;
    }

    private Task<Follower> BeginAsync(string? measures) =>
        Follower.BeginAsync(app.Client, $"subscription {{ observationsImported{(measures is null ? "" : $"(measures: {measures})")} {{ {Told} }} }}");

    private async Task ImportAsync(string name, string rows)
    {
        var file = Path.Combine(app.Folder, name);
        await File.WriteAllTextAsync(file, "measure,area,period,value\n" + rows);
        await RunAsync("import", "observations", file);
    }

    private async Task RunAsync(params string[] command)
    {
        var end = await ProgramProcess.RunAsync([.. command, "--database", app.Database]);
        Assert.True(end.ExitCode == 0, end.Error);
    }

    private async Task UploadAsync(string name, string rows, string kind = "observations", string header = "measure,area,period,value\n")
    {
        using var content = new StringContent(header + rows, null, "text/csv");
        using var response = await app.Client.PostAsync(new Uri($"/imports/{kind}?file={name}", UriKind.Relative), content);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }
}
