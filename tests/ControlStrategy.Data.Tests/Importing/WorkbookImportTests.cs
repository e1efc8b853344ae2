using System.Text;
using ControlStrategy.Data.Importing;
using ControlStrategy.Domain.Imports;
using Xunit;

namespace ControlStrategy.Data.Tests.Importing;

/// <summary>Workbooks and gzipped files give what the CSV file of the same rows gives.</summary>
public sealed class WorkbookImportTests : ImportTest
{
    private const string Rows = """
        measure,area,period,value,numerator,denominator,status
        all-crimes,S12000033,2021/22,15781,,,
        all-crimes,S12000036,2021-04,32032,,,provisional

        detected,S12000033,2021/22 Q1,12.5,1,8,final
        casualties,S12000036,2021/22,0.0125,1,800000,final
        feel-safe,S12000033,2012/13,67.1412,,,
        feel-safe,S12000033,2012/13,67.1412,,,
        all-crimes,S12000033,2020,-3,,,
        all-crimes,nowhere,2020/21,1.5,,,
        """;

    [Fact]
    public async Task Each_format_gives_the_same_rows_the_same_report_and_the_same_rejections()
    {
        var (report, rejections, observations) = await ImportedAsync(Encoding.UTF8.GetBytes(Rows));
        var (ofWorkbook, workbookRejections, workbookObservations) = await ImportedAsync(WorkbookBytes.OfCsv(Rows).ToArray());
        var (ofGzip, gzipRejections, gzipObservations) = await ImportedAsync(GzipBytes.Of(Rows));

        Assert.Equal((8, 5, 3, true), (report.Read, report.New, report.Rejected, report.IsImported));
        Assert.Equal(5, observations.Count);
        Assert.All([ofWorkbook, ofGzip], other => Assert.Equivalent(report with { Sha256 = other.Sha256 }, other, strict: true));
        Assert.All([workbookObservations, gzipObservations], other => Assert.Equal(observations, other));
        Assert.All([workbookRejections, gzipRejections], other => Assert.Equal(rejections, other));
    }

    private static async Task<(ImportReport Report, List<RejectedRow> Rejections, List<string> Observations)> ImportedAsync(byte[] content)
    {
        await using var database = await ImportDatabase.CreateAsync();
        var report = await database.ImportFileAsync(ImportKind.Observations, database.Write("figures.dat", content), acceptValid: true);
        return (report, database.Rejections, await database.ObservationsAsync());
    }
}
