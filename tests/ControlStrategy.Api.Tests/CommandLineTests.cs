using ControlStrategy.Api.Commands;
using ControlStrategy.Testing;
using Xunit;

namespace ControlStrategy.Api.Tests;

/// <summary>The program as an operator calls it.</summary>
public sealed class CommandLineTests : IDisposable
{
    private static (int, string, string) Trimmed((int ExitCode, string Output, string Error) run) => (run.ExitCode, run.Output.TrimEnd(), run.Error);

    private readonly string _folder = Directory.CreateTempSubdirectory("control-strategy-cli-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Import_says_what_became_of_each_file_and_a_second_time_changes_nothing()
    {
        var file = Write("figures.csv", "measure,area,period,value\nall-crimes,S12000033,2021/22,15781\nall-crimes,S12000036,2021/22,32032\n");
        var first = await RunAsync("import", "observations", file);
        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Contains("figures.csv: 2 read, 2 new, 0 corrected, 0 unchanged, 0 not stored, 0 rejected.", first.Output, StringComparison.Ordinal);
        var second = await RunAsync("import", "observations", file);
        Assert.Equal(0, second.ExitCode);
        Assert.Contains("nothing changed", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejected_row_is_named_and_keeps_the_file_out_unless_told_otherwise()
    {
        var file = Write("bad.csv", "measure,area,period,value\nall-crimes,S12000033,2021/22,-3\nall-crimes,S12000036,2021/22,32032\n");
        var refused = await RunAsync("import", "observations", file);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("bad.csv:2:", refused.Error, StringComparison.Ordinal);
        Assert.Contains("-3", refused.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was written", refused.Output, StringComparison.Ordinal);
        var accepted = await RunAsync("import", "observations", file, "--accept-valid");
        Assert.Equal(0, accepted.ExitCode);
        Assert.Contains("The good rows were written", accepted.Output, StringComparison.Ordinal);
        Assert.Contains("1 new", accepted.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_file_is_said_so()
    {
        foreach (var path in new[] { Path.Combine(_folder, "nowhere.csv"), _folder, Write("empty.csv", ""), Write("other.csv", "a,b\n1,2\n") })
        {
            var (exitCode, _, error) = await RunAsync("import", "recorded-crime", path);
            Assert.Equal(1, exitCode);
            Assert.Contains(Path.GetFileName(path), error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task One_bad_file_does_not_keep_the_others_out()
    {
        var good = Write("good.csv", "measure,area,period,value\nall-crimes,S12000033,2021/22,15781\n");
        var (exitCode, output, error) = await RunAsync("import", "observations", Write("empty.csv", ""), good);
        Assert.Equal(1, exitCode);
        Assert.Contains("empty.csv", error, StringComparison.Ordinal);
        Assert.Contains("good.csv: 1 read, 1 new", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_about_nothing_is_not_made_and_the_database_is_named()
    {
        var target = Path.Combine(_folder, "pack.xlsx");
        var (exitCode, _, error) = await RunAsync("report", "local-scrutiny", "--area", "S12000033", "--period", "2021/22", "--out", target);
        Assert.Equal(1, exitCode);
        Assert.Contains("Aberdeen City", error, StringComparison.Ordinal);
        Assert.Contains("strategy.db", error, StringComparison.Ordinal);
        Assert.False(File.Exists(target));
    }

    /// <summary>A clerk re-issues last year's pack: corrections that came since are not in it, and the list of changes names them.</summary>
    [Fact]
    public async Task A_pack_is_produced_again_to_the_byte_after_its_figures_were_corrected()
    {
        await RunAsync("import", "observations", Write("figures.csv", "measure,area,period,value\nall-crimes,S12000033,2020/21,14281\nall-crimes,S12000033,2021/22,15781\n"));
        await RunAsync("import", "population", Write("people.csv", "area_code,mid_year,population_all_ages\nS12000033,2021,227560\n"));
        var (before, after) = (Path.Combine(_folder, "before.xlsx"), Path.Combine(_folder, "after.xlsx"));
        await RunAsync("report", "local-scrutiny", "--area", "S12000033", "--period", "2021/22", "--out", before);
        await RunAsync("import", "observations", Write("corrected.csv", "measure,area,period,value\nall-crimes,S12000033,2021/22,15800\n"));
        await RunAsync("report", "local-scrutiny", "--area", "S12000033", "--period", "2021/22", "--out", after);

        Assert.Equal((0, "before.xlsx is the same to the byte.", ""), Trimmed(await RunAsync("report", "verify", before)));
        Assert.Equal((0, "after.xlsx is the same to the byte.", ""), Trimmed(await RunAsync("report", "verify", after)));
        var changes = await RunAsync("report", "changes", before, after);
        Assert.Equal(1, changes.ExitCode);
        Assert.Contains("Summary | All crimes | This year, 2021/22 (number): 15781 -> 15800 (revised)", changes.Output, StringComparison.Ordinal);
        Assert.Contains("4 differences in the tables.", changes.Output, StringComparison.Ordinal);
        Assert.Equal((0, "0 differences in the tables.", ""), Trimmed(await RunAsync("report", "changes", after, after)));

        var earliest = await RunAsync("report", "local-scrutiny", "--area", "S12000033", "--period", "2021/22", "--as-at", "2020-01-01", "--out", after);
        Assert.Equal(1, earliest.ExitCode);
        Assert.Contains("There are no figures", earliest.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pack_that_was_tampered_with_is_not_what_is_produced_now()
    {
        await RunAsync("import", "observations", Write("figures.csv", "measure,area,period,value\nall-crimes,S12000033,2021/22,15781\n"));
        var pack = Path.Combine(_folder, "pack.xlsx");
        await RunAsync("report", "local-scrutiny", "--area", "S12000033", "--period", "2021/22", "--out", pack);
        using (var archive = System.IO.Compression.ZipFile.Open(pack, System.IO.Compression.ZipArchiveMode.Update))
        {
            var sheet = archive.GetEntry("xl/worksheets/sheet2.xml")!;
            string text;
            using (var reader = new StreamReader(sheet.Open())) text = await reader.ReadToEndAsync();
            await using var changed = sheet.Open();
            changed.SetLength(0);
            await using var writer = new StreamWriter(changed);
            await writer.WriteAsync(text.Replace("<x:v>15781</x:v>", "<x:v>11781</x:v>", StringComparison.Ordinal).Replace("<v>15781</v>", "<v>11781</v>", StringComparison.Ordinal));
        }
        var (exitCode, output, error) = await RunAsync("report", "verify", pack);
        Assert.Equal((1, ""), (exitCode, error));
        Assert.StartsWith("pack.xlsx is NOT what is produced now.", output, StringComparison.Ordinal);
        Assert.Contains("Summary | All crimes | This year, 2021/22 (number): 11781 -> 15781 (revised)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_is_written_whole()
    {
        await RunAsync("import", "observations", Write("figures.csv", "measure,area,period,value\nall-crimes,S12000033,2021/22,15781\n"));
        var target = Path.Combine(_folder, "packs", "pack.xlsx");
        var (exitCode, output, error) = await RunAsync("report", "local-scrutiny", "--area", "S12000033", "--period", "2021/22", "--out", target);
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains(target, output, StringComparison.Ordinal);
        Assert.Equal([target], Directory.GetFiles(Path.GetDirectoryName(target)!));
        Assert.Equal("PK"u8.ToArray(), File.ReadAllBytes(target)[..2]);
    }

    [Theory]
    [InlineData("no-such", "--area", "S12000033", "no-such")]
    [InlineData("local-scrutiny", "--area", "S12999999", "S12999999")]
    [InlineData("local-scrutiny", "--place", "S12000033", "place")]
    public async Task A_report_that_cannot_be_leaves_no_file(string report, string option, string value, string named)
    {
        var target = Path.Combine(_folder, "pack.xlsx");
        var (exitCode, _, error) = await RunAsync("report", report, option, value, "--period", "2021/22", "--out", target);
        Assert.Equal(1, exitCode);
        Assert.Contains(named, error, StringComparison.Ordinal);
        Assert.False(File.Exists(target));
    }

    [Fact]
    public async Task The_schema_command_writes_the_file_of_the_checkout()
    {
        var target = Path.Combine(_folder, "schema.graphql");
        Assert.Equal(0, (await RunAsync("schema", "export", "--out", target)).ExitCode);
        Assert.Equal(Checkout.Read("schema", "schema.graphql"), File.ReadAllText(target));
        Assert.False(File.Exists(Path.Combine(_folder, "strategy.db")));
    }

    [Fact]
    public async Task Without_demonstration_data_none_is_shipped()
    {
        var file = Write("one.csv", "measure,area,period,value\ndemo-road-crime,S12000033,2021-04,1\n");
        var (exitCode, _, error) = await RunAsync("import", "observations", file, "--no-demo");
        Assert.Equal(1, exitCode);
        Assert.Contains("demo-road-crime", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("targets", "measure,area,financial_year,value,tolerance\n", "| tolerance | yes |")]
    [InlineData("recorded-crime", "FeatureCode,DateCode,Measurement,CrimeOrOffence,Value,", "| FeatureCode | yes |")]
    public async Task Import_prints_a_template_and_what_its_columns_mean_without_a_database(string name, string header, string row)
    {
        var template = await RunAsync("import", "--template", name);
        Assert.Equal((0, ""), (template.ExitCode, template.Error));
        Assert.StartsWith(header, template.Output, StringComparison.Ordinal);
        Assert.Contains(row, (await RunAsync("import", "--columns", name)).Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "strategy.db")));
    }

    [Fact]
    public async Task A_template_is_imported_under_its_own_name()
    {
        var file = Write("targets.csv", (await RunAsync("import", "--template", "targets")).Output);
        Assert.Contains("targets.csv: 2 read, 2 new", (await RunAsync("import", "targets", file)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_without_a_kind_names_them()
    {
        var (exitCode, _, error) = await RunAsync("import");
        Assert.Equal(2, exitCode);
        Assert.Contains("recorded-crime, population, observations, survey, areas, initiatives, milestones, activities, targets", error, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("import", "--template", "nothing")).ExitCode);
    }

    [Fact]
    public async Task A_command_line_that_is_not_understood_ends_with_2()
    {
        Assert.Equal(2, (await RunAsync("import", "recorded-crime")).ExitCode);
        Assert.Equal(2, (await RunAsync("frobnicate")).ExitCode);
        Assert.Equal(2, (await RunAsync("report", "local-scrutiny")).ExitCode);
    }

    [Fact]
    public async Task Help_tells_the_commands()
    {
        var (exitCode, output, _) = await RunAsync("--help");
        Assert.Equal(0, exitCode);
        Assert.All(["serve", "import", "report", "schema"], command => Assert.Contains(command, output, StringComparison.Ordinal));
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync([.. args, "--database", Path.Combine(_folder, "strategy.db")], output, error);
        return (exitCode, output.ToString(), error.ToString());
    }
}
