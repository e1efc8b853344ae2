using ControlStrategy.Data.Importing;
using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Domain.Imports;
using Xunit;

namespace ControlStrategy.Data.Tests.Importing;

/// <summary>Files that would fill the memory if they were kept.</summary>
[Collection(nameof(MemoryTests))]
public sealed class LargeFileTests : ImportTest
{
    private const long Gigabyte = 1_000_000_000;
    private const int LargestMemory = 12_000_000;

    [Theory]
    [InlineData("", 1)]
    [InlineData(CrimeHeader + "\nS12000033,2021/2022,Count,all-crimes,15781\n", 3)]
    public async Task A_gigabyte_in_one_line_is_refused_without_being_kept(string before, long line)
    {
        var path = Database.Write("line.csv", before);
        // The disk keeps only what was written: the rest is zeros, which are UTF-8.
        using (var file = new FileStream(path, FileMode.Open))
            file.SetLength(Gigabyte);

        Assert.Equal(line, (await AssertRefusedAsync<ImportFileMalformedException>(path)).Line);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData(CrimeHeader + "\nS12000033,2021/2022,Count,all-crimes,15781\n", 3)]
    public async Task A_packed_gigabyte_in_one_line_is_refused_without_being_kept(string before, long line)
    {
        const int block = 10_000_000;
        var packedBlock = GzipBytes.Of(new string('x', block));
        byte[] content = [.. GzipBytes.Of(before), .. Enumerable.Repeat(packedBlock, (int)(Gigabyte / block)).SelectMany(bytes => bytes)];

        Assert.Equal(line, (await AssertRefusedAsync<ImportFileMalformedException>(Database.Write("line.csv.gz", content))).Line);
    }

    [Fact]
    public async Task Ten_thousand_bad_rows_are_all_named()
    {
        const int rows = 10_000;
        var named = 0L;
        var path = Database.Write("bad.csv", Lines([CrimeHeader, .. Enumerable.Range(0, rows).Select(row => $"S12000033,2021/2022,Count,all-crimes,-{row}")]));
        var options = new ImportOptions
        {
            Rejected = row =>
            {
                Assert.Equal((named + 2, "Value", $"-{named}"), (row.Line, row.Column, row.Value));
                named++;
            },
        };

        var report = await Database.Importer.ImportAsync(ImportKind.RecordedCrime, path, options);

        Assert.Equal((rows, rows, rows, false), (report.Read, report.Rejected, named, report.IsImported));
    }

    private async Task<T> AssertRefusedAsync<T>(string path)
        where T : ImportException
    {
        var before = GC.GetTotalAllocatedBytes();
        var refusal = await Assert.ThrowsAsync<T>(() => Database.ImportFileAsync(ImportKind.RecordedCrime, path));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, LargestMemory);
        return refusal;
    }
}
