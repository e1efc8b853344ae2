using System.Security.Cryptography;
using System.Text;
using ControlStrategy.Data.Importing;
using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Domain.Imports;
using Xunit;

namespace ControlStrategy.Data.Tests.Importing;

public sealed class GzipTests : ImportTest
{
    [Fact]
    public async Task The_hash_is_that_of_the_file_as_it_lies_there()
    {
        var packed = GzipBytes.Of(Lines([CrimeHeader, .. ManyRows(3)]));

        var report = await ImportAsync(packed);

        Assert.Equal((3, Convert.ToHexStringLower(SHA256.HashData(packed))), (report.New, report.Sha256));
    }

    [Fact]
    public async Task Several_members_are_one_text_also_where_one_is_empty()
    {
        byte[] content = [.. GzipBytes.Of(CrimeHeader), .. GzipBytes.Of(""), .. GzipBytes.Of("\n" + ManyRows(1).Single()), .. GzipBytes.Of(Environment.NewLine)];

        Assert.Equal(1, (await ImportAsync(content)).New);
    }

    [Fact]
    public async Task A_file_cut_off_anywhere_is_refused()
    {
        var whole = GzipBytes.Of(Lines([CrimeHeader, .. ManyRows(2_000)]));
        int[] lengths = [3, 9, 10, 11, 50, whole.Length / 2, whole.Length - 9, whole.Length - 8, whole.Length - 4, whole.Length - 1];

        foreach (var length in lengths)
            await AssertRefusedAsync<ImportGzipDamagedException>(whole[..length], "is gzip that cannot be unpacked to its end: the download is incomplete");

        // Cut off in its second member, too: what comes before is complete in itself.
        await AssertRefusedAsync<ImportGzipDamagedException>([.. whole, .. whole[..500]], "is gzip that cannot be unpacked to its end");
        Assert.Equal(2_000, (await ImportAsync(whole)).New);
    }

    [Fact]
    public async Task A_changed_byte_or_something_behind_is_refused()
    {
        var whole = GzipBytes.Of(Lines([CrimeHeader, .. ManyRows(2_000)]));
        var changed = (byte[])whole.Clone();
        changed[whole.Length / 2] ^= 1;

        await AssertRefusedAsync<ImportGzipDamagedException>(changed, "is gzip that cannot be unpacked to its end");
        await AssertRefusedAsync<ImportGzipDamagedException>([.. whole, 0, 0], "is gzip that cannot be unpacked to its end");
    }

    [Fact]
    public async Task Packed_nothing_is_empty() => await AssertRefusedAsync<ImportFileEmptyException>(GzipBytes.Of(""), "is empty");

    [Fact]
    public async Task Another_encoding_is_found_in_the_unpacked_text()
    {
        var latin = Encoding.Latin1.GetBytes($"{CrimeHeader}\nS12000033,2020/2021,Count,caf\u00e9,1\n");

        var refusal = await AssertRefusedAsync<ImportFileNotUtf8Exception>(GzipBytes.Of(latin), "is not UTF-8: line 2 has an invalid byte");

        Assert.Equal(Array.IndexOf(latin, (byte)0xE9), refusal.ByteOffset);
    }

    [Fact]
    public async Task Text_of_more_than_the_limit_is_refused()
    {
        var text = Lines([CrimeHeader, .. ManyRows(3)]);
        var path = Database.Write("figures.csv.gz", GzipBytes.Of(text));
        Task<ImportReport> WithLimitAsync(int bytes) => Database.Importer.ImportAsync(
            ImportKind.RecordedCrime, path, new ImportOptions { Limits = new ImportLimits { MaximumUnpackedBytes = bytes } });

        var refusal = await Assert.ThrowsAsync<ImportUnpackedTooLargeException>(() => WithLimitAsync(text.Length - 1));

        Assert.Contains("Imports:MaximumUnpackedBytes", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(3, (await WithLimitAsync(text.Length)).New);
    }

    private Task<ImportReport> ImportAsync(byte[] content) => Database.ImportFileAsync(ImportKind.RecordedCrime, Database.Write("figures.csv.gz", content));

    private async Task<T> AssertRefusedAsync<T>(byte[] content, string message)
        where T : ImportException
    {
        var refusal = await Assert.ThrowsAsync<T>(() => ImportAsync(content));
        Assert.StartsWith($"{Path.Combine(Database.Folder, "figures.csv.gz")} {message}", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, await Database.CountAsync<Import>());
        return refusal;
    }
}
