using ControlStrategy.Reporting.Definitions;
using ControlStrategy.Reporting.Layout;
using ControlStrategy.Testing;
using Xunit;

namespace ControlStrategy.Reporting.Tests.Reports;

public sealed class ReportsFolderTests
{
    private static readonly string ReadMe = File.ReadAllText(Path.Combine(Path.Combine(Checkout.Folder, "reports"), "README.md"));

    [Fact]
    public void Every_report_of_the_repository_loads_and_is_named_in_the_readme()
    {
        var catalogue = ReportCatalogue.Open(Path.Combine(Checkout.Folder, "reports"));

        Assert.Contains("local-scrutiny", catalogue.Names);
        Assert.All(catalogue.Names, name => Assert.Equal(name, catalogue.Load(name).Name));
        Assert.All(catalogue.Names, name => Assert.Contains($"| `{name}` |", ReadMe, StringComparison.Ordinal));
    }

    [Fact]
    public void The_readme_names_every_format_type_status_chart_and_shorthand()
    {
        string[] words =
        [
            .. CellFormat.All.Keys,
            .. ParameterDefinition.TypeNames.Keys,
            .. ReportStatus.Choices.Keys,
            .. ChartReader.Kinds.Keys,
            .. Shorthand.Reasons.Values.Select(shorthand => shorthand.Mark),
        ];

        Assert.All(words, word => Assert.Contains($"`{word}`", ReadMe, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_operation_file_of_a_report_is_used()
    {
        var catalogue = ReportCatalogue.Open(Path.Combine(Checkout.Folder, "reports"));
        foreach (var name in catalogue.Names)
        {
            var files = Directory.GetFiles(Path.Combine(Path.Combine(Checkout.Folder, "reports"), name), "*.graphql").Select(Path.GetFileName).Order();
            Assert.Equal(files, catalogue.Load(name).Operations.Select(operation => operation.File).Distinct().Order());
        }
    }
}
