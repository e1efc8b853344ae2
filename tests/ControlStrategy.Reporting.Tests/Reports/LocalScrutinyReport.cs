using ControlStrategy.Reporting.Definitions;
using ControlStrategy.Reporting.Layout;
using ControlStrategy.Reporting.Tests.Fakes;
using ControlStrategy.Testing;

namespace ControlStrategy.Reporting.Tests.Reports;

/// <summary>The repository's own report, composed from canned answers.</summary>
internal static class LocalScrutinyReport
{
    public static ReportDefinition Definition { get; } = ReportCatalogue.Open(Path.Combine(Checkout.Folder, "reports")).Load("local-scrutiny");

    /// <summary>Aberdeen City 2021/22 as published, and the awkward cases; the rest is made up.</summary>
    public static FakeApi Aberdeen() => new FakeApi()
        .With(new ScorecardRow("all-crimes", "All crimes") { Current = 15_781, Previous = 14_281, FiveYearMean = 15_128.6 })
        .With(new ScorecardRow("all-group-2-sexual-crimes", "All Group 2: Sexual crimes") { Population = null, FiveYearMean = null })
        .With(new ScorecardRow("crimes-group-2-sexual-assault", "=Sexual assault") { Previous = 0 });

    /// <summary>The codes of the measures that an operation asks for.</summary>
    public static IEnumerable<string> CodesOf(string operation) => Definition.Operations
        .Single(candidate => candidate.Name == operation)
        .Variables["measures"].Items!
        .Select(item => (string)item.Constant!);

    public static Task<ReportContent> ComposeAsync(FakeApi api) =>
        new ReportComposer(api.RunAsync, new ManifestContext(FakeApi.SchemaSha256)).ComposeAsync(
            Definition,
            new Dictionary<string, string> { ["area"] = "S12000033", ["period"] = "2021/22" },
            CancellationToken.None);
}
