using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Scorecards;
using ControlStrategy.Domain.Statistics;
using Xunit;

namespace ControlStrategy.Domain.Tests.Scorecards;

/// <summary>A scorecard of one measure (key 1) under construction; areas are added by naming their parent.</summary>
internal sealed class ScorecardBuilder(string period, MeasureKind kind = MeasureKind.Count)
{
    public const int MeasureId = 1;

    public List<AreaNode> Areas { get; } = [];

    public List<PeriodSum> Sums { get; } = [];

    public List<PeriodSum> Rolling12Sums { get; } = [];

    public List<PopulationCount> Populations { get; } = [];

    public List<Aim> Aims { get; } = [];

    public ScorecardMeasure Measure { get; init; } = new(MeasureId, kind);

    public int ComparedYearsBack { get; init; } = 1;

    public bool WithTests { get; init; } = true;

    public ScorecardBuilder Area(int areaId, int? parentId = null)
    {
        Areas.Add(new AreaNode(areaId, parentId));
        return this;
    }

    public ScorecardBuilder Years(int areaId, params int[] valuesNewestFirst)
    {
        for (var yearsBack = 0; yearsBack < valuesNewestFirst.Length; yearsBack++)
            Rows(areaId, Grain.Year, 1, valuesNewestFirst[yearsBack], yearsBack);
        return this;
    }

    public ScorecardBuilder Rows(int areaId, Grain grain, int rowCount, decimal value, int yearsBack = 0)
    {
        Sums.Add(new PeriodSum { MeasureId = MeasureId, AreaId = areaId, Grain = grain, Place = yearsBack, RowCount = rowCount, Value = value });
        return this;
    }

    /// <summary>So many months of the 12 to the end of the period, or of the 12 before them.</summary>
    public ScorecardBuilder Rolling12(int areaId, int months, decimal value, int yearsBack = 0)
    {
        Rolling12Sums.Add(new PeriodSum { MeasureId = MeasureId, AreaId = areaId, Grain = Grain.Month, Place = yearsBack, RowCount = months, Value = value });
        return this;
    }

    /// <summary>Says of each sum of an area how many were cleared up, newest first.</summary>
    public ScorecardBuilder ClearedUp(int areaId, params int[] newestFirst)
    {
        for (var place = 0; place < newestFirst.Length; place++)
        {
            var at = Sums.FindIndex(sum => sum.AreaId == areaId && sum.Place == place);
            Sums[at] = Sums[at] with { Numerator = newestFirst[place] };
        }
        return this;
    }

    public ScorecardBuilder Aim(int areaId, decimal value, decimal tolerance)
    {
        Aims.Add(new Aim(MeasureId, areaId, value, tolerance));
        return this;
    }

    public ScorecardBuilder Share(int areaId, Grain grain, int rowCount, (decimal Numerator, decimal Denominator) parts, int yearsBack = 0)
    {
        Rows(areaId, grain, rowCount, -1, yearsBack);
        Sums[^1] = Sums[^1] with { Numerator = parts.Numerator, Denominator = parts.Denominator };
        return this;
    }

    public ScorecardBuilder People(int areaId, int midYear, long allAges)
    {
        Populations.Add(new PopulationCount(areaId, midYear, allAges));
        return this;
    }

    public ScorecardLine Row(int areaId) => Assert.Single(Rows(areaId));

    public IReadOnlyList<ScorecardLine> Rows(params int[] areaIds) => Scorecard.Compute(new ScorecardRequest
    {
        Period = ReportingPeriod.Parse(period),
        ComparedYearsBack = ComparedYearsBack,
        WithTests = WithTests,
        Measures = [Measure],
        AreaIds = areaIds,
        Areas = new AreaTree([.. Areas, .. areaIds.Except(Areas.Select(area => area.AreaId)).Select(areaId => new AreaNode(areaId, null))]),
        Sums = Sums,
        Rolling12Sums = Rolling12Sums,
        Populations = Populations,
        Aims = Aims,
    });
}
