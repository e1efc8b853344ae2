using ControlStrategy.Reporting.Definitions;
using ControlStrategy.Reporting.Tests.Fakes;
using Xunit;

namespace ControlStrategy.Reporting.Tests.Definitions;

public sealed class ReportCatalogueTests
{
    [Fact]
    public void A_report_is_a_folder_with_a_definition()
    {
        using var report = SmallReport.Write();
        Directory.CreateDirectory(Path.Combine(report.Folder, "no-report"));

        var catalogue = ReportCatalogue.Open(report.Folder);

        Assert.Equal(["small"], catalogue.Names);
        Assert.Equal("Readers of tests", catalogue.Load("small").Audience);
    }

    [Theory]
    [InlineData("large")]
    [InlineData("Small")]
    [InlineData("../small")]
    [InlineData("")]
    public void An_unknown_report_is_refused_with_the_names_there_are(string name)
    {
        using var report = SmallReport.Write();

        var refusal = Assert.Throws<UnknownReportException>(() => ReportCatalogue.Open(report.Folder).Load(name));

        Assert.Equal(name, refusal.Name);
        Assert.Equal(["small"], refusal.KnownNames);
        Assert.Contains("The reports are: small.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_refused()
    {
        var nowhere = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        Assert.Throws<ReportException>(() => ReportCatalogue.Open(nowhere));
    }

    [Fact]
    public void A_broken_report_does_not_stop_the_others()
    {
        using var report = SmallReport.Write();
        Directory.CreateDirectory(Path.Combine(report.Folder, "broken"));
        File.WriteAllText(Path.Combine(report.Folder, "broken", "report.yml"), "name: [");

        var catalogue = ReportCatalogue.Open(report.Folder);

        Assert.Equal(["broken", "small"], catalogue.Names);
        Assert.Equal(3, catalogue.Load("small").Version);
        Assert.Throws<ReportDefinitionException>(() => catalogue.Load("broken"));
    }

    [Fact]
    public void Line_ends_of_another_checkout_do_not_change_the_hashes()
    {
        using var unix = SmallReport.Write();
        using var windows = SmallReport.Write(SmallReport.Yaml.ReplaceLineEndings("\r\n"));
        var file = Path.Combine(windows.Folder, "small", "figures.graphql");
        File.WriteAllText(file, File.ReadAllText(file).ReplaceLineEndings("\r\n"));

        var one = ReportCatalogue.Open(unix.Folder).Load("small");
        var other = ReportCatalogue.Open(windows.Folder).Load("small");

        Assert.Equal(one.Sha256, other.Sha256);
        Assert.Equal(one.Operations[1].Sha256, other.Operations[1].Sha256);
    }
}
