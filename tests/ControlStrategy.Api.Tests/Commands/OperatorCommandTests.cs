using ControlStrategy.Api.Commands;
using Microsoft.Data.Sqlite;
using Xunit;

namespace ControlStrategy.Api.Tests.Commands;

/// <summary>Backup, restore and check as an operator calls them.</summary>
public sealed class OperatorCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("control-strategy-operator-").FullName;

    private string Database => Path.Combine(_folder, "strategy.db");

    private string Backup => Path.Combine(_folder, "backup.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_backup_is_named_with_its_size_and_does_not_replace_a_file_unasked()
    {
        await ImportAsync(15781);
        var (exitCode, output, error) = await RunAsync("backup", Backup);
        Assert.Equal((0, "", $"Backup written to {Backup} ({new FileInfo(Backup).Length:N0} bytes)."), (exitCode, error, output.Trim()));
        var again = await RunAsync("backup", Backup);
        Assert.Equal((1, $"There is a file {Backup} already. Name another one, or let it be replaced (--force)."), (again.ExitCode, again.Error.Trim()));
        Assert.Equal(0, (await RunAsync("backup", Backup, "--force")).ExitCode);
    }

    [Fact]
    public async Task A_restore_says_where_it_keeps_what_was_there()
    {
        await ImportAsync(15781);
        await RunAsync("backup", Backup);
        await ImportAsync(16000);
        var (exitCode, output, error) = await RunAsync("restore", Backup);
        Assert.Equal((0, ""), (exitCode, error));
        var kept = output.Split('\n')[1].Split(" is kept in ")[1].Trim('.');
        Assert.True(File.Exists(kept));
        Assert.Contains("1 corrected", (await ImportAsync(16000)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_prints_a_line_for_each_check_and_names_what_is_wrong()
    {
        await ImportAsync(15781);
        var whole = await RunAsync("check");
        Assert.Equal((0, ""), (whole.ExitCode, whole.Error));
        Assert.All(whole.Output.TrimEnd().Split('\n'), line => Assert.Matches(@"^ok    [A-Za-z ]+: [\d,]+ [a-z ]+, 0 wrong", line));

        await using (var connection = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE Imports SET New = 5";
            await command.ExecuteNonQueryAsync();
        }
        var wrong = await RunAsync("check");
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("WRONG imports and their rows: 1 imports, 1 wrong", wrong.Output, StringComparison.Ordinal);
        Assert.Contains("Import 1 of figures.csv: 1 read, 5 new", wrong.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("backup")]
    public async Task A_database_that_is_not_there_is_named_and_not_made(string command)
    {
        var (exitCode, _, error) = await RunAsync(command == "check" ? ["check"] : ["backup", Backup]);
        Assert.Equal(1, exitCode);
        Assert.Contains($"The database {Database} cannot be opened. Check that it is there", error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_backup_that_is_not_there_is_named()
    {
        await ImportAsync(15781);
        var (exitCode, _, error) = await RunAsync("restore", Backup);
        Assert.Equal(1, exitCode);
        Assert.Contains(Backup, error, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Output, string Error)> ImportAsync(int value)
    {
        var file = Path.Combine(_folder, "figures.csv");
        await File.WriteAllTextAsync(file, $"measure,area,period,value\nall-crimes,S12000033,2021/22,{value}\n");
        return await RunAsync("import", "observations", file, "--no-demo");
    }

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync([.. args, "--database", Database], output, error);
        return (exitCode, output.ToString(), error.ToString());
    }
}
