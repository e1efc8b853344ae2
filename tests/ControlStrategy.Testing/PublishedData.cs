using Xunit;

namespace ControlStrategy.Testing;

/// <summary>Finds the published files that lie beside the project, not in it.</summary>
public static class PublishedData
{
    public const string RecordedCrime = "recorded_crime_by_council_area_1996-97_to_2021-22.csv";
    public const string Population = "nrs_midyear_population_by_council_area_1998_to_2018.csv";
    public const string Survey = "scjs_results_by_police_division_2008-09_to_2016-18.csv";
    public const string Wards = "wards_2022_to_council_area.csv";
    public const string Divisions = "council_area_to_police_division.csv";

    /// <summary>The path of a published file; skips the calling test, saying why, where it is not there.</summary>
    public static string Find(string fileName)
    {
        Skip.IfNot(Exists(fileName), $"{PathOf(fileName)} is not there: see SOURCES.md for what it is.");
        return PathOf(fileName);
    }

    /// <summary>Whether a published file is there.</summary>
    public static bool Exists(string fileName) => File.Exists(PathOf(fileName));

    private static string PathOf(string fileName) => Path.GetFullPath(Path.Combine(Checkout.Folder, "..", "shared", "data", fileName));
}
