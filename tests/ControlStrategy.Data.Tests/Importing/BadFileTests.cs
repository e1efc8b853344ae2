using System.Text;
using ControlStrategy.Data.Importing;
using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Domain.Imports;
using Xunit;

namespace ControlStrategy.Data.Tests.Importing;

public sealed class BadFileTests : ImportTest
{
    private const string Row = "S12000033,2021/2022,Count,all-crimes,15781\n";

    [Fact]
    public async Task A_file_that_is_not_there() => await AssertRefusedAsync<ImportFileMissingException>("nowhere.csv", "There is no file {0}.");

    [Fact]
    public async Task A_folder() => await AssertRefusedAsync<ImportFileIsFolderException>(".", "{0} is a folder.");

    [Fact]
    public async Task A_file_of_0_bytes()
    {
        Database.Write("empty.csv", "");

        await AssertRefusedAsync<ImportFileEmptyException>("empty.csv", "{0} is empty (0 bytes).");
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    public async Task Fields_that_are_not_separated_by_commas(char separator)
    {
        Database.Write("other.csv", CrimeHeader.Replace(',', separator) + "\n");

        await AssertRefusedAsync<ImportHeaderException>("other.csv", "{0} has the wrong header: its fields are separated by semicolons or tabs; save it with commas.");
    }

    [Fact]
    public async Task A_header_without_rows()
    {
        Database.Write("header.csv", CrimeHeader + "\n\n");

        await AssertRefusedAsync<ImportFileWithoutRowsException>("header.csv", "{0} has a header and no rows.");
    }

    [Fact]
    public async Task Bytes_of_another_encoding_are_refused_by_line_and_offset()
    {
        var latin = Encoding.Latin1.GetBytes($"{CrimeHeader}\n{Row}S12000033,2020/2021,Count,caf\u00e9,1\n");
        Database.Write("latin.csv", latin);

        var refusal = await AssertRefusedAsync<ImportFileNotUtf8Exception>("latin.csv", "{0} is not UTF-8: line 3 has an invalid byte (offset ");

        Assert.Equal((Array.IndexOf(latin, (byte)0xE9), 3), (refusal.ByteOffset, refusal.Line));
    }

    [Fact]
    public async Task A_wrong_byte_far_into_a_file_is_found_before_a_row_is_taken()
    {
        var rows = new StringBuilder(CrimeHeader + "\n").Insert(CrimeHeader.Length + 1, "S12000033,2021/2022,Ratio,all-crimes,1\n", 20_000);
        byte[] content = [.. Encoding.UTF8.GetBytes(rows.ToString()), 0xC3];
        Database.Write("long.csv", content);

        var refusal = await AssertRefusedAsync<ImportFileNotUtf8Exception>("long.csv", "{0} is not UTF-8: line 20002 ");

        Assert.Equal(content.Length - 1, refusal.ByteOffset);
    }

    [Fact]
    public async Task Text_in_UTF_16_is_refused_as_such_not_for_its_header()
    {
        Database.Write("wide.csv", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes($"{CrimeHeader}\n{Row}")]);

        await AssertRefusedAsync<ImportFileNotUtf8Exception>("wide.csv", "{0} is not UTF-8: line 1 has an invalid byte (offset 0).");
    }

    [Theory]
    [InlineData("S12000033,2021/2022,Count,\"all-crimes,15781\n", 3)]
    [InlineData("S12000033,2021/2022,Count,\"all\"crimes,15781\n", 3)]
    [InlineData("S12000033,2021/2022,Count,all\"crimes,15781\n", 3)]
    public async Task Quotes_that_do_not_match_are_refused_by_line(string row, long line)
    {
        Database.Write("quotes.csv", $"{CrimeHeader}\n{Row}{row}");

        var refusal = await AssertRefusedAsync<ImportFileMalformedException>("quotes.csv", "{0} is not well-formed CSV at line 3: ");

        Assert.Equal(line, refusal.Line);
    }

    [Fact]
    public async Task A_byte_order_mark_line_ends_of_Windows_and_quoted_line_breaks_are_read()
    {
        byte[] content =
        [
            .. Encoding.UTF8.Preamble,
            .. Encoding.UTF8.GetBytes(
                $"FeatureName,{CrimeHeader}\r\n\"Aberdeen\r\n\"\"City\"\"\",S12000033,2021/2022,Count,all-crimes,1\r\n\r\nÎle,S12000036,2021/2022,Count,all-crimes,x"),
        ];

        var report = await Database.ImportFileAsync(ImportKind.RecordedCrime, Database.Write("windows.csv", content));

        Assert.Equal((2, 1), (report.Read, report.New));
        Assert.Equal((5, "x"), (Assert.Single(Database.Rejections).Line, Database.Rejections[0].Value));
    }

    private async Task<T> AssertRefusedAsync<T>(string fileName, string message)
        where T : ImportException
    {
        var path = Path.Combine(Database.Folder, fileName);
        var refusal = await Assert.ThrowsAsync<T>(() => Database.ImportFileAsync(ImportKind.RecordedCrime, path));
        Assert.StartsWith(message.Replace("{0}", path, StringComparison.Ordinal), refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Database.Rejections);
        Assert.Equal(0, await Database.CountAsync<Import>());
        return refusal;
    }
}
