using System.IO.Compression;
using System.Security.Cryptography;
using System.Xml.Linq;
using ControlStrategy.Reporting.Layout;
using ControlStrategy.Reporting.Tests.Fakes;
using ControlStrategy.Reporting.Xlsx;
using ControlStrategy.Testing.Workbooks;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Snapshooter.Xunit;
using Xunit;

namespace ControlStrategy.Reporting.Tests.Xlsx;

public sealed class WorkbookWriterTests
{
    [Fact]
    public async Task A_workbook_is_what_was_reviewed()
    {
        var api = new FakeApi()
            .With(new ScorecardRow("one", "All crimes") { Current = 15_781, Previous = 14_281 })
            .With(new ScorecardRow("two", "=Sexual crimes") { Previous = 0, Population = null });

        Snapshot.Match(WorkbookText.Of(Write(await SmallReport.ComposeAsync(api))));
    }

    [Fact]
    public async Task An_awkward_workbook_has_no_validation_errors() => AssertValid(await Awkward.ComposeAsync());

    [Fact]
    public async Task The_same_content_gives_the_same_bytes()
    {
        var first = Write(await Awkward.ComposeAsync()).ToArray();
        var second = Write(await Awkward.ComposeAsync()).ToArray();

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Another_process_writes_the_same_parts_in_the_same_order()
    {
        // Pinned, because what differs by process (the hashes of strings) is the same throughout one.
        using var archive = new ZipArchive(Write(await SmallReport.ComposeAsync(new FakeApi())));

        Snapshot.Match(string.Join('\n', archive.Entries.Select(entry => $"{entry.FullName} {Sha256Of(entry)}")));
    }

    [Fact]
    public async Task Another_figure_gives_other_bytes()
    {
        var first = Write(await SmallReport.ComposeAsync(new FakeApi())).ToArray();
        var second = Write(await SmallReport.ComposeAsync(new FakeApi().With(new ScorecardRow("two", "Two") { Current = 121 }))).ToArray();

        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task The_file_says_its_title_language_and_date_and_no_author_folder_or_clock()
    {
        using var archive = new ZipArchive(Write(await SmallReport.ComposeAsync(new FakeApi())));

        Assert.Equal(
            ["title Figures of Aberdeen City, 2021/22", "language en-GB", "created 2026-03-14T09:30:12Z", "modified 2026-03-14T09:30:12Z"],
            XDocument.Parse(TextOf(archive, "docProps/core.xml")).Root!.Elements().Select(fact => $"{fact.Name.LocalName} {fact.Value}"));
        Assert.All(archive.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
        Assert.All(
            archive.Entries,
            entry => Assert.DoesNotContain(AppContext.BaseDirectory, TextOf(archive, entry.FullName), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_workbook_without_a_date_is_valid_and_says_none()
    {
        var content = await SmallReport.ComposeAsync(new FakeApi { DataAsAt = null });

        AssertValid(content);
        using var archive = new ZipArchive(Write(content));
        Assert.DoesNotContain("dcterms:created", TextOf(archive, "docProps/core.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_are_no_formulas_macros_external_links_or_hidden_things()
    {
        using var document = SpreadsheetDocument.Open(Write(await Awkward.ComposeAsync()), isEditable: false);
        var book = document.WorkbookPart!;

        Assert.Null(book.VbaProjectPart);
        Assert.Null(book.CalculationChainPart);
        Assert.Empty(book.ExternalWorkbookParts);
        Assert.All(book.WorksheetParts, part => Assert.DoesNotContain("<x:f>", part.Worksheet.OuterXml, StringComparison.Ordinal));
        Assert.All(book.WorksheetParts, part => Assert.DoesNotContain("hidden=", part.Worksheet.OuterXml, StringComparison.Ordinal));
        Assert.All(book.WorksheetParts, part => Assert.DoesNotContain("mergeCell", part.Worksheet.OuterXml, StringComparison.Ordinal));
        Assert.All(book.WorksheetParts, part => Assert.Empty(part.HyperlinkRelationships));
    }

    private static void AssertValid(ReportContent content)
    {
        using var document = SpreadsheetDocument.Open(Write(content), isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document);
        Assert.Empty(errors.Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    private static MemoryStream Write(ReportContent content) => (MemoryStream)WorkbookWriter.Write(content);

    private static string Sha256Of(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    private static string TextOf(ZipArchive archive, string entry)
    {
        using var reader = new StreamReader(archive.GetEntry(entry)!.Open());
        return reader.ReadToEnd();
    }
}
