using ControlStrategy.Reporting.Definitions;

namespace ControlStrategy.Api.Reports;

/// <summary>A report as the catalogue lists it.</summary>
/// <param name="Name">Its name, as in its addresses.</param>
/// <param name="Version">The version of its definition; null where that is not right.</param>
/// <param name="Audience">Who it is for.</param>
/// <param name="Status">What its figures are at best.</param>
/// <param name="Parameters">What the reader chooses.</param>
/// <param name="Problem">What is wrong with its definition; null where nothing is.</param>
internal sealed record ReportListing(string Name, int? Version, string? Audience, string? Status, IReadOnlyList<ListedParameter> Parameters, string? Problem)
{
    /// <summary>All reports; one whose definition is not right says so, and does not hide the others.</summary>
    public static IReadOnlyList<ReportListing> Of(ReportCatalogue catalogue) => [.. catalogue.Names.Select(name => Of(catalogue, name))];

    private static ReportListing Of(ReportCatalogue catalogue, string name)
    {
        try
        {
            var report = catalogue.Load(name);
            return new ReportListing(name, report.Version, report.Audience, report.Status, [.. report.Parameters.Select(ListedParameter.Of)], null);
        }
        catch (ReportDefinitionException mistake)
        {
            return new ReportListing(name, null, null, null, [], mistake.Message);
        }
    }
}

/// <summary>A parameter of a listed report.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Type">What it takes, as in the report language.</param>
/// <param name="Required">Whether it must be given.</param>
/// <param name="Default">What it is where it is not given; null for nothing.</param>
/// <param name="Description">What it means.</param>
internal sealed record ListedParameter(string Name, string Type, bool Required, string? Default, string Description)
{
    public static ListedParameter Of(ParameterDefinition parameter)
    {
        var type = $"{parameter.Type}";
        return new ListedParameter(parameter.Name, char.ToLowerInvariant(type[0]) + type[1..], parameter.IsRequired, parameter.Default, parameter.Description);
    }
}
