using ControlStrategy.Reporting.Definitions;
using ControlStrategy.Reporting.Layout;

namespace ControlStrategy.Reporting.Tests.Fakes;

/// <summary>A folder with one small report, as a test wants it. Deleted at the end.</summary>
internal sealed class SmallReport : IDisposable
{
    public const string Yaml = """
        name: small
        version: 3
        title: Figures of {place.area.name}, {period}
        audience: Readers of tests
        status: management information
        contact: Nobody
        attribution: From nowhere.

        parameters:
          - name: area
            type: areaCode
            required: true
            description: An area's code.
            unknownWhenNull: place.area
          - name: period
            type: period
            required: false
            default: 2021/22
            description: A period.

        operations:
          - name: place
            file: place.graphql
            variables:
              area: "{area}"
          - name: figures
            file: figures.graphql
            operation: Figures
            variables:
              area: "{area}"
              period: "{period}"
              measures: [one, two]
              limit: 5
              label: "7"
              exact: true

        cover:
          - label: Area
            text: "{place.area.name} ({area})"

        sheets:
          - name: Counts
            title: Counts in {period}
            introduction:
              - One paragraph.
            source: figures.scorecard.rows
            emphasise:
              path: measure.code
              values: [one]
            columns:
              - header: Category
                path: measure.name
                format: text
              - header: This year
                unit: number
                path: current.value
                reason: current.reason
                format: whole
              - header: Change
                unit: "%"
                path: change.percent
                reason: change.reason
                format: signedPercent
              - header: Rate
                path: rate.value
                reason: rate.reason
                format: oneDecimal

        notes:
          - label: Method
            text: Counted in {period}.

        definitions:
          path: measure
          key: code
          demonstration: demonstration
          columns:
            - header: Measure
              path: name
              format: text
            - header: Polarity
              path: polarity
              format: words
        """;

    private SmallReport(string folder) => Folder = folder;

    /// <summary>The folder of the catalogue.</summary>
    public string Folder { get; }

    public static SmallReport Write(string yaml = Yaml)
    {
        var report = new SmallReport(Directory.CreateTempSubdirectory("small-report-").FullName);
        var folder = Directory.CreateDirectory(Path.Combine(report.Folder, "small")).FullName;
        File.WriteAllText(Path.Combine(folder, "report.yml"), yaml);
        File.WriteAllText(Path.Combine(folder, "place.graphql"), "query Place { area(code: $area) { code name } }\n");
        File.WriteAllText(Path.Combine(folder, "figures.graphql"), "query Figures { scorecard(period: $period) { rows } }\n");
        return report;
    }

    /// <summary>Composes the report of a definition with these answers, for an area and the default period.</summary>
    public static async Task<ReportContent> ComposeAsync(FakeApi api, string yaml = Yaml)
    {
        using var report = Write(yaml);
        return await report.ComposeAsync(api.RunAsync);
    }

    public Task<ReportContent> ComposeAsync(RunOperation runOperation) =>
        new ReportComposer(runOperation, new ManifestContext(FakeApi.SchemaSha256)).ComposeAsync(
            ReportCatalogue.Open(Folder).Load("small"),
            new Dictionary<string, string> { ["area"] = "S12000033" },
            CancellationToken.None);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
