using System.IO.Compression;
using System.Text;
using ControlStrategy.Data.Importing;
using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Domain.Imports;
using Xunit;
using static ControlStrategy.Data.Tests.Importing.WorkbookBytes;

namespace ControlStrategy.Data.Tests.Importing;

/// <summary>Small files that would become large ones. Each is refused without being kept in memory.</summary>
[Collection(nameof(MemoryTests))]
public sealed class WorkbookBombTests : ImportTest
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Sheet = "xl/worksheets/sheet1.xml";
    private static readonly string Rows = Row(1, Text("measure"), Text("area"), Text("period"), Text("value")) + Row(2, Text("x"), Text("y"), Text("z"), Number(1));

    [Fact]
    public async Task A_part_that_unpacks_to_hundreds_of_megabytes()
    {
        var refusal = await AssertRefusedAsync<ImportUnpackedTooLargeException>(Bomb(Sheet, $"<worksheet xmlns=\"{Main}\">", "<a>1</a>", 300_000_000));

        Assert.Contains("unpacks to more than 268,435,456 bytes", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(" ", "A part has a tag or a text of more than 1 MiB.")]
    [InlineData("<a b=\"", "A part has a tag or a text of more than 1 MiB.", "c=\"\" ")]
    [InlineData("<a>", "Part xl/worksheets/sheet1.xml nests too deep.")]
    [InlineData("<![CDATA[", "A part has a CDATA section.", "<")]
    [InlineData("<cols>", "in sheet \"Figures\", there are more widths than columns.", "<col/>")]
    [InlineData("\0", "A part is not written in UTF-8.")]
    public async Task A_part_that_a_parser_would_keep_as_a_whole(string first, string problem, string? repeated = null)
    {
        var refusal = await AssertRefusedAsync<ImportWorkbookDamagedException>(Bomb(Sheet, $"<worksheet xmlns=\"{Main}\">{first}", repeated ?? first, 20_000_000));

        Assert.Contains(problem, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ever_new_names()
    {
        var workbook = OfXml(string.Concat(Enumerable.Range(0, 20_000).Select(number => $"<a{number}/>")));

        Assert.Contains("different names", (await AssertRefusedAsync<ImportWorkbookDamagedException>(workbook.ToArray())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Styles_without_end() => Assert.Contains(
        "Part xl/styles.xml has more than 1000000 elements.",
        (await AssertRefusedAsync<ImportWorkbookDamagedException>(Bomb("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><cellXfs>", "<xf/>", 8_000_000))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task Shared_texts_without_end() => Assert.Contains(
        "more than 5,000,000 texts",
        (await AssertRefusedAsync<ImportWorkbookTooLargeException>(Bomb("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">", "<si/>", 30_000_000))).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(Sheet)]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/styles.xml")]
    [InlineData("xl/workbook.xml")]
    public async Task Entities_that_expand_each_other(string part)
    {
        var workbook = OfXml(Rows);
        workbook.Parts[part] = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>" + workbook.Parts.GetValueOrDefault(part, "<sst/>");

        Assert.Contains("DTD", (await AssertRefusedAsync<ImportWorkbookDamagedException>(workbook.ToArray())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_cell_in_the_farthest_corner()
    {
        var refusal = await AssertRefusedAsync<ImportWorkbookTooLargeException>(OfXml(Rows + "<row r=\"1048576\"><c r=\"XFD1048576\"/></row>").ToArray());

        Assert.Contains("has more than 5,000,000 cells down to XFD1048576", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1_001)]
    [InlineData(100_000)]
    public async Task More_parts_than_a_workbook_has(int count)
    {
        var workbook = OfXml(Rows);
        for (var part = 0; part < count; part++)
            workbook.Parts[$"x{part}"] = "";

        var refusal = await AssertRefusedAsync<ImportWorkbookTooLargeException>(workbook.ToArray());

        Assert.Contains("more than 1,000 parts", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_says_it_is_small_is_read_no_farther() =>
        await AssertRefusedAsync<ImportWorkbookDamagedException>(Saying(100));

    [Fact]
    public async Task A_part_that_says_it_is_large_is_counted_all_the_same() =>
        await AssertRefusedAsync<ImportUnpackedTooLargeException>(Saying(int.MaxValue));

    [Fact]
    public async Task Two_parts_of_one_name()
    {
        var workbook = OfXml(Rows);
        workbook.Parts["XL/worksheets/sheet1.xml"] = SheetXml("<row><c><f>1</f></c></row>");

        Assert.Contains("two parts", (await AssertRefusedAsync<ImportWorkbookDamagedException>(workbook.ToArray())).Message, StringComparison.Ordinal);
    }

    private async Task<T> AssertRefusedAsync<T>(byte[] content)
        where T : ImportException
    {
        const int enough = 12_000_000;
        var path = Database.Write("bomb.xlsx", content);
        var before = GC.GetTotalAllocatedBytes();
        var refusal = await Assert.ThrowsAsync<T>(() => Database.ImportFileAsync(ImportKind.Observations, path));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, enough);
        return refusal;
    }

    /// <summary>A bomb whose directory gives another size.</summary>
    private static byte[] Saying(int unpackedBytes)
    {
        var bytes = Bomb(Sheet, $"<worksheet xmlns=\"{Main}\">", "<a>1</a>", 300_000_000);
        BitConverter.TryWriteBytes(bytes.AsSpan(bytes.AsSpan().LastIndexOf("PK\x01\x02"u8) + 24), unpackedBytes);
        return bytes;
    }

    /// <summary>A workbook one part of which repeats something up to a length; it is the last in the archive.</summary>
    private static byte[] Bomb(string part, string first, string repeated, int length)
    {
        var workbook = OfXml(Rows);
        workbook.Parts.Remove(part);
        using var bytes = new MemoryStream();
        bytes.Write(workbook.ToArray());
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var content = archive.CreateEntry(part, CompressionLevel.Fastest).Open();
            content.Write(Encoding.UTF8.GetBytes(first));
            var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(repeated, 100_000)));
            for (var written = 0; written < length; written += block.Length)
                content.Write(block);
        }

        return bytes.ToArray();
    }
}
