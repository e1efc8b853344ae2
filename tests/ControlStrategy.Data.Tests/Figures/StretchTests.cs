using ControlStrategy.Data.Figures;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Statistics;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Figures;

/// <summary>A database with months, quarters and years of three years, calendar years among them; some months are missing.</summary>
public sealed class ThreeYears : IAsyncLifetime
{
    private static readonly DateOnly First = new(2020, 4, 1);

    public DatabaseFile Database { get; } = new();

    public IReadOnlyList<Observation> Observations { get; private set; } = [];

    public async Task InitializeAsync()
    {
        await Database.InitializeAsync();
        await using var context = Database.Open();
        var measure = Sample.Measure("stretches");
        foreach (var area in (Area[])[Sample.Area("first"), Sample.Area("second")])
        {
            var random = new Random(area.Code.Length);
            context.AddRange(Periods().Where(_ => random.Next(8) > 0).Select(period => Observation(measure, area, period, random.Next(1000))));
        }
        await context.SaveChangesAsync();
        Observations = await context.Observations.AsNoTracking().ToListAsync();
    }

    public Task DisposeAsync() => Database.DisposeAsync();

    private static IEnumerable<Period> Periods() =>
    [
        .. Enumerable.Range(0, 36).Select(month => First.AddMonths(month)).Select(start => Period.Month(start.Year, start.Month)),
        .. Enumerable.Range(0, 12).Select(quarter => First.AddMonths(3 * quarter)).Select(start => Period.CalendarQuarter(start.Year, (start.Month + 2) / 3)),
        .. Enumerable.Range(2020, 3).Select(year => Period.Year(new FinancialYear(year))),
        .. Enumerable.Range(2021, 2).Select(Period.CalendarYear),
    ];

    private static Observation Observation(Measure measure, Area area, Period period, int value) => new()
    {
        Measure = measure,
        Area = area,
        PeriodStart = period.FirstDay,
        PeriodEnd = period.LastDay,
        Grain = period.Grain,
        Value = value,
        Status = value % 5 == 0 ? ObservationStatus.Provisional : ObservationStatus.Final,
        RecordedAt = Sample.Noon,
        Source = "Scottish Government",
    };
}

public sealed class StretchTests(ThreeYears years) : IClassFixture<ThreeYears>
{
    private static readonly int[] Lengths = [1, 2, 3, 5, 6, 12];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Each_stretch_has_what_lies_wholly_within_it(int seed)
    {
        var random = new Random(seed);
        MonthSpan[] stretches = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => Stretch(random)).Distinct()];

        var sums = await ReadAsync(stretches);

        Assert.Equal(
            Expected(stretches).OrderBy(Key),
            sums.Sums.OrderBy(Key));
    }

    [Fact]
    public async Task Stretches_may_make_thousands_of_segments()
    {
        MonthSpan[] stretches = [.. Enumerable.Range(0, 4_000).Select(month => new MonthSpan(new DateOnly(1750, 1, 1).AddMonths(month), 1))];

        var sums = await ReadAsync(stretches);

        Assert.Equal(years.Observations.Count(row => row.Grain is Grain.Month), sums.Sums.Count);
        await Assert.ThrowsAsync<ArgumentException>(() => ReadAsync([.. stretches.SelectMany(one => (MonthSpan[])[one, one with { FirstDay = one.FirstDay.AddDays(14) }])]));
    }

    private async Task<PeriodSums> ReadAsync(IReadOnlyList<MonthSpan> stretches)
    {
        await using var context = years.Database.Open();
        var scope = new FigureScope([.. years.Observations.Select(row => row.MeasureId).Distinct()], [.. years.Observations.Select(row => row.AreaId).Distinct()]);
        return await PeriodSums.ReadAsync(context, scope, stretches, CancellationToken.None);
    }

    private static MonthSpan Stretch(Random random) => new(new DateOnly(2019, 10, 1).AddMonths(random.Next(46)), Lengths[random.Next(Lengths.Length)]);

    private IEnumerable<PeriodSum> Expected(MonthSpan[] stretches) =>
        from place in Enumerable.Range(0, stretches.Length)
        from rows in years.Observations
            .Where(row => row.PeriodStart >= stretches[place].FirstDay && row.PeriodEnd < stretches[place].DayAfter)
            .GroupBy(row => (row.MeasureId, row.AreaId, row.Grain))
        select new PeriodSum
        {
            MeasureId = rows.Key.MeasureId,
            AreaId = rows.Key.AreaId,
            Grain = rows.Key.Grain,
            Place = place,
            RowCount = rows.Count(),
            Value = rows.Sum(row => row.Value),
            IsProvisional = rows.Any(row => row.Status is ObservationStatus.Provisional),
        };

    private static (int, int, Grain) Key(PeriodSum sum) => (sum.Place, sum.AreaId, sum.Grain);
}
