using System.Globalization;
using ControlStrategy.Data;
using ControlStrategy.Domain.Imports;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ControlStrategy.Api.Tests.Analytics;

/// <summary>
/// The application with a few figures from tidy files: two financial years of months in Aberdeen City and its neighbours of police division
/// A, one month of Aberdeenshire missing, and years of recorded crime.
/// </summary>
public sealed class TidyFiguresApp : RunningApp
{
    public const string Housebreaking = "tidy-housebreaking";
    public const string Answered = "tidy-answered-in-time";
    public const string Casualties = "tidy-casualties";
    public const string Recounted = "tidy-recounted";

    private static readonly DateOnly April = new(2020, 4, 1);

    // The worked example of a control chart.
    private static readonly int[] Example = [112, 118, 109, 121, 115, 117, 108, 119, 114, 116, 113, 120, 111, 118, 122, 125, 127, 129, 131, 133, 119, 140, 117, 116];

    protected override void Configure(IDictionary<string, string?> settings)
    {
        settings["Content:Demonstration"] = "false";
        settings["Scorecard:MaximumRows"] = "100";
        settings["Traffic:RequestsPerSecond"] = "0";
    }

    protected override async Task FillAsync()
    {
        await AddMeasuresAsync();
        await ImportAsync(ImportKind.Observations, "measure,area,period,value,numerator,denominator,status\n" + string.Join('\n', Observations()));
        await ImportAsync(ImportKind.Population, "area_code,mid_year,population_all_ages\nS12000033,2018,227560\n");
        await ImportAsync(ImportKind.Targets, $"measure,area,financial_year,value,tolerance\n{Housebreaking},S12000033,2021/22,1400,7\n{Answered},S12000033,2021/22,61,2\nall-crimes,S12000033,2021/22,15000,5\n");
    }

    private static IEnumerable<string> Observations() =>
    [
        .. Months(place => $"{Housebreaking},S12000033,{{0}},{Example[place]},{(place == 14 ? 183 : 60)},,{(place == 8 ? "provisional" : "final")}"),
        .. Months(_ => $"{Housebreaking},S12000020,{{0}},10,5,,"),
        .. Months(_ => $"{Housebreaking},S12000034,{{0}},20,5,,").Where((_, place) => place != 14),
        .. Months(place => $"{Answered},S12000033,{{0}},{(place < 12 ? 50 : 60)},{(place < 12 ? 50 : 60)},100,"),
        .. Months(place => $"{Recounted},S12000033,{{0}},{(place < 12 ? 10 : 30) + (place % 2 * 2)},,,"),
        .. Enumerable.Range(0, 8).Select(quarter => $"{Casualties},S12000033,{Year(2020 + (quarter / 4))} Q{(quarter % 4) + 1},{(quarter < 4 ? "0.3,6" : "0.6,12")},200000,"),
        .. new[] { 15_781, 14_281, 14_326, 14_261, 15_558, 17_217 }.Select((crimes, yearsBack) => $"all-crimes,S12000033,{Year(2021 - yearsBack)},{crimes},,,"),
        "all-crimes,S12000020,2003/04,100,,,", "all-crimes,S12000020,2004/05,130,,,",
        "crimes-group-3-shoplifting,S12000020,2020/21,0,,,", "crimes-group-3-shoplifting,S12000020,2021/22,4,,,",
    ];

    private static IEnumerable<string> Months(Func<int, string> row) =>
        Enumerable.Range(0, Example.Length).Select(place => row(place).Replace("{0}", April.AddMonths(place).ToString("yyyy-MM", CultureInfo.InvariantCulture), StringComparison.Ordinal));

    private static string Year(int start) => $"{start}/{(start + 1) % 100:00}";

    private async Task AddMeasuresAsync()
    {
        await using var context = Services.GetRequiredService<WritingContexts>().CreateDbContext();
        var like = await context.Measures.AsTracking().Include(measure => measure.Outcome).SingleAsync(measure => measure.Code == "all-crimes");
        var recounted = Made(Recounted, MeasureKind.Count, like);
        recounted.Breaks.Add(new MeasureBreak { Measure = recounted, StartsOn = new(2021, 4, 1), Reason = "New counting rule.", RecordedAt = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero) });
        context.AddRange(Made(Housebreaking, MeasureKind.Count, like, "Cleared up"), Made(Answered, MeasureKind.Percentage, like, "Answered in time"), Made(Casualties, MeasureKind.Rate, like), recounted);
        await context.SaveChangesAsync();
    }

    private static Measure Made(string code, MeasureKind kind, Measure like, string? numerator = null) => new()
    {
        Code = code,
        Name = code,
        Definition = "For tests.",
        Outcome = like.Outcome,
        Group = like.Group,
        Kind = kind,
        Unit = "cases",
        Decimals = 0,
        Polarity = kind is MeasureKind.Percentage ? Polarity.HigherIsBetter : Polarity.LowerIsBetter,
        Grain = kind is MeasureKind.Rate ? Grain.Quarter : Grain.Month,
        NumeratorLabel = numerator,
        DenominatorLabel = kind is MeasureKind.Percentage ? "Calls" : null,
        Source = "Tests",
        DisclosureThreshold = 0,
    };
}
