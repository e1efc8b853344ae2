using ControlStrategy.Data.Importing;
using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Domain.Imports;
using ControlStrategy.Domain.Measures;
using Xunit;

namespace ControlStrategy.Data.Tests.Importing;

/// <summary>Measures the memory of the whole process, so nothing else runs beside it.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(MemoryTests))]
public sealed class MemoryTests
{
    private const string Header = "FeatureCode,DateCode,Measurement,CrimeOrOffence,Value";
    private const int AreaCount = 50;
    private const int MeasureCount = 4;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ten_times_the_rows_need_no_more_memory_good_or_bad(bool isGood)
    {
        await using var database = await ImportDatabase.CreateAsync(
            Enumerable.Range(0, MeasureCount).Select(number => ($"crime-{number}", MeasureKind.Count)), Enumerable.Range(0, AreaCount).Select(number => $"S{number}"));
        var (small, large) = (Write(database, 20_000, isGood), Write(database, 200_000, isGood));

        var warm = await LargestAsync(database, small);
        var ofSmall = await LargestAsync(database, small);
        var ofLarge = await LargestAsync(database, large);

        // A list of the rows, or of the rejections, would take 20 MB and more.
        Assert.InRange(ofLarge, 0, Math.Max(warm, ofSmall) + 3_000_000);
    }

    [Fact]
    public async Task One_endless_record_is_refused_without_being_kept()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var path = database.Write("endless.csv", $"{Header}\nS12000033,2021/2022,Count,all-crimes,15781\n{new string('x', 8_000_000)}");
        var before = GC.GetTotalAllocatedBytes();

        var refusal = await Assert.ThrowsAsync<ImportFileMalformedException>(() => database.ImportFileAsync(ImportKind.RecordedCrime, path));

        Assert.StartsWith($"{path} is not well-formed CSV at line ", refusal.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 6_000_000);
    }

    private static string Write(ImportDatabase database, int rowCount, bool isGood)
    {
        var path = Path.Combine(database.Folder, FormattableString.Invariant($"{rowCount}.csv"));
        using var writer = new StreamWriter(path);
        writer.WriteLine(Header);
        writer.WriteLine("S0,2050-01,Count,crime-0,1");
        for (var row = 0; row < rowCount; row++)
        {
            var month = new DateOnly(1900, 1, 1).AddMonths(row / (AreaCount * MeasureCount));
            writer.WriteLine(FormattableString.Invariant(
                $"S{row % AreaCount},{month:yyyy-MM},Count,crime-{row / AreaCount % MeasureCount},{(isGood ? "" : "-")}{row}"));
        }

        return path;
    }

    /// <summary>The most memory that was in use, beside what was before, at any of the times of progress.</summary>
    private static async Task<long> LargestAsync(ImportDatabase database, string path)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var largest = 0L;
        var rejections = 0;
        var options = new ImportOptions
        {
            Rejected = _ => rejections++,
            RowsRead = rows => largest = rows % 10_000 == 0 ? Math.Max(largest, GC.GetTotalMemory(forceFullCollection: true) - before) : largest,
        };
        await database.Importer.ImportAsync(ImportKind.RecordedCrime, path, options);
        return largest;
    }
}
