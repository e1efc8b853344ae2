using Xunit;

namespace ControlStrategy.Testing;

/// <summary>Finds the published files that lie beside the project, not in it.</summary>
public static class PublishedData
{
    public const string RecordedCrime = "recorded_crime_by_council_area_1996-97_to_2021-22.csv";
    public const string Population = "nrs_midyear_population_by_council_area_1998_to_2018.csv";
    public const string Divisions = "council_area_to_police_division.csv";

    /// <summary>The path of a published file; skips the calling test, saying why, where it is not there.</summary>
    public static string Find(string fileName)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "ControlStrategyApi.sln")))
            root = root.Parent;
        var path = Path.GetFullPath(Path.Combine(root?.FullName ?? ".", "..", "shared", "data", fileName));
        Skip.IfNot(File.Exists(path), $"{path} is not there: see SOURCES.md for what it is.");
        return path;
    }
}
