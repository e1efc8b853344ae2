using ControlStrategy.Domain.Imports;
using Microsoft.Extensions.Time.Testing;

namespace ControlStrategy.Api.Tests.History;

/// <summary>An application whose figures were revised on the two days after the first, with limits that are soon reached.</summary>
public sealed class ChangedApp : RunningApp
{
    /// <summary>When the first files were imported.</summary>
    public static readonly DateTimeOffset First = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(First);

    public ChangedApp() => Clock = _clock;

    /// <summary>Files are recorded a millisecond after one another; a day's files are known a minute later.</summary>
    public static DateTimeOffset AfterDay(int day) => First.AddDays(day - 1).AddMinutes(1);

    /// <summary>The argument that asks for changes since the end of a day.</summary>
    public static string Since(int day) => $"asAt: \"{AfterDay(day):O}\"";

    protected override void Configure(IDictionary<string, string?> settings)
    {
        settings["Scorecard:MaximumRows"] = "20";
        settings["Traffic:RequestsPerSecond"] = "0";
    }

    protected override async Task FillAsync()
    {
        await ObservationsAsync(
            "all-crimes,S12000033,1950/51,100,,,final", "all-crimes,S12000036,1950/51,50,,,provisional", "all-crimes,S12000049,1950/51,70,,,final",
            "crimes-group-3-shoplifting,S12000033,1950/51,0,,,final", "crimes-group-3-shoplifting,S12000036,1950/51,8,,,final", "crimes-group-3-shoplifting,S12000049,1950/51,9,,,final",
            "all-group-1-non-sexual-crimes-of-violence,S12000036,1950/51,5,,,final",
            "demo-detection-rate,S12000033,1950-04,50,1,2,final", "demo-detection-rate,S12000033,1950-05,50,1,2,final");
        await ImportAsync(ImportKind.Targets, "measure,area,financial_year,value,tolerance\nall-crimes,S12000033,1950/51,90,5\nall-crimes,S12000036,1950/51,90,5");
        await ImportAsync(ImportKind.Population, "area_code,mid_year,population_all_ages\nS12000033,1950,1000\nS12000036,1950,2000");
        await ImportAsync(ImportKind.Survey, "survey,question,wave,area,percentage,base,shorthand\nSCJS,QRATPOL,1950/51,D,67.1412,948,\nSCJS,QRATPOL,1950/51,G,60,500,");
        _clock.Advance(TimeSpan.FromDays(1));

        await ObservationsAsync("all-crimes,S12000033,1950/51,110,,,final", "all-crimes,S12000049,1950/51,71,,,final", "demo-detection-rate,S12000033,1950-05,50,2,4,final");
        _clock.Advance(TimeSpan.FromDays(1));

        await ObservationsAsync(
            "all-crimes,S12000033,1950/51,120,,,final", "all-crimes,S12000036,1950/51,50,,,final", "all-crimes,S12000049,1950/51,70,,,final", "all-crimes,S12000036,1951-02,4,,,provisional",
            "crimes-group-3-shoplifting,S12000033,1950/51,4,,,final", "crimes-group-3-shoplifting,S12000036,1950/51,8,,,provisional",
            "all-group-1-non-sexual-crimes-of-violence,S12000036,1950/51,6,,,final", "demo-detection-rate,S12000033,1950-04,60,3,5,final");
        await ImportAsync(ImportKind.RecordedCrime, "FeatureCode,DateCode,Measurement,Units,Value,Crime or Offence\nS12000049,1950/1951,Count,Crimes,9,crimes-group-3-shoplifting");
        await ImportAsync(ImportKind.Targets, "measure,area,financial_year,value,tolerance\nall-crimes,S12000033,1950/51,90,10");
        await ImportAsync(ImportKind.Population, "area_code,mid_year,population_all_ages,population_16_and_over\nS12000033,1950,1100,900");
        await ImportAsync(ImportKind.Survey, "survey,question,wave,area,percentage,base,shorthand\nSCJS,QRATPOL,1950/51,D,61.3325,948,\nSCJS,QRATPOL,1950/51,G,,40,[u]");
    }

    private Task<Data.Importing.ImportReport> ObservationsAsync(params string[] rows) =>
        ImportAsync(ImportKind.Observations, "measure,area,period,value,numerator,denominator,status\n" + string.Join('\n', rows));
}
