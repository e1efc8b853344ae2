using System.Linq.Expressions;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Initiatives;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Surveys;
using ControlStrategy.GraphQL;
using ControlStrategy.GraphQL.Grouping;

namespace ControlStrategy.Api.Composition;

/// <summary>By what the nouns are grouped, what of them adds up, and what must not be mixed in a sum.</summary>
internal static class StrategyGroups
{
    private const string FromParts = "Use percent or rate of NUMERATOR and DENOMINATOR; a percentage or rate is never added up or averaged.";

    public static void Configure(EngineOptions options) => options
        .Grouped<Observation>(Observations)
        .Grouped<Initiative>(Initiatives)
        .Grouped<Activity>(Activities)
        .Grouped<SurveyEstimate>(Estimates);

    private static void Observations(GroupOptions<Observation> groups)
    {
        groups.By(x => x.Measure).By(x => x.Measure.Outcome).By("measureKind", null, x => x.Measure.Kind);
        groups.By(x => x.Area).By("areaLevel", null, x => x.Area.Level);
        AreasAtLevel(groups, x => x.Area);
        groups
            .By("month", PeriodKeys.MonthDescription, x => x.Grain == Grain.Month ? (int?)((x.PeriodStart.Year * 12) + x.PeriodStart.Month - 1) : null, PeriodKeys.Month)
            .By("quarter", PeriodKeys.QuarterDescription, x => x.Grain == Grain.Year ? null : (int?)(((x.PeriodStart.Year * 12) + x.PeriodStart.Month - 4) / 3), PeriodKeys.Quarter)
            .By("financialYear", PeriodKeys.YearDescription, x => x.Grain == Grain.Year && x.PeriodStart.Month != 4 ? null : (int?)(((x.PeriodStart.Year * 12) + x.PeriodStart.Month - 4) / 12), PeriodKeys.Year)
            .By(x => x.Grain).By(x => x.Status).By(x => x.Source).By(x => x.Release);
        groups.Amount(x => x.Value, x => x.Measure.Kind == MeasureKind.Count, FromParts).Amount(x => x.Numerator).Amount(x => x.Denominator);
        groups.Range(x => x.PeriodStart).Range(x => x.PeriodEnd).Range(x => x.RecordedAt);
        groups.Alike("measure", x => x.MeasureId).Alike("areaLevel", x => x.Area.Level).Alike("grain", x => x.Grain);
        // A calendar year shares months with two financial years; a rate's denominator is the people of its own period.
        groups.Alike("kind of year (periodStart)", x => x.Grain == Grain.Year ? x.PeriodStart.Month : 0);
        groups.Alike("period of a rate", x => x.Measure.Kind == MeasureKind.Rate ? (x.PeriodStart.Year * 12) + x.PeriodStart.Month : 0);
    }

    private static void Initiatives(GroupOptions<Initiative> groups)
    {
        groups.By(x => x.Kind).By(x => x.Status).By(x => x.Objective).By(x => x.LeadUnit).By(x => x.Parent);
        groups
            .By("month", PeriodKeys.MonthDescription, x => x.StartsOn == null ? null : (int?)((x.StartsOn.Value.Year * 12) + x.StartsOn.Value.Month - 1), PeriodKeys.Month)
            .By("quarter", PeriodKeys.QuarterDescription, x => x.StartsOn == null ? null : (int?)(((x.StartsOn.Value.Year * 12) + x.StartsOn.Value.Month - 4) / 3), PeriodKeys.Quarter)
            .By("financialYear", PeriodKeys.YearDescription, x => x.StartsOn == null ? null : (int?)(((x.StartsOn.Value.Year * 12) + x.StartsOn.Value.Month - 4) / 12), PeriodKeys.Year);
        groups.Range(x => x.StartsOn).Range(x => x.EndsOn);
    }

    private static void Activities(GroupOptions<Activity> groups)
    {
        groups.By(x => x.Kind).By(x => x.Initiative).By(x => x.Initiative.Objective).By(x => x.Area).By("areaLevel", null, x => x.Area.Level);
        AreasAtLevel(groups, x => x.Area);
        groups
            .By("month", PeriodKeys.MonthDescription, x => (int?)((x.HeldOn.Year * 12) + x.HeldOn.Month - 1), PeriodKeys.Month)
            .By("quarter", PeriodKeys.QuarterDescription, x => (int?)(((x.HeldOn.Year * 12) + x.HeldOn.Month - 4) / 3), PeriodKeys.Quarter)
            .By("financialYear", PeriodKeys.YearDescription, x => (int?)(((x.HeldOn.Year * 12) + x.HeldOn.Month - 4) / 12), PeriodKeys.Year);
        groups.Amount(x => x.Reach).Range(x => x.HeldOn);
    }

    private static void Estimates(GroupOptions<SurveyEstimate> groups)
    {
        groups.By(x => x.Wave).By(x => x.Wave.Survey).By(x => x.Question).By(x => x.Area).By("areaLevel", null, x => x.Area.Level);
        AreasAtLevel(groups, x => x.Area);
        groups.By(x => x.Shorthand).By(x => x.Source);
        groups.Amount(x => x.UnweightedBase).Range(x => x.Percentage).Range(x => x.RecordedAt);
        // One person answers several questions, and is counted at every level and in sweeps pooled.
        groups.Alike("question", x => x.QuestionId).Alike("areaLevel", x => x.Area.Level).Alike("wave of pooled sweeps", x => x.Wave.Pooled ? x.WaveId : 0);
    }

    private static void AreasAtLevel<TEntity>(GroupOptions<TEntity> groups, Expression<Func<TEntity, Area>> area) where TEntity : class
    {
        foreach (var level in Enum.GetValues<AreaLevel>())
        {
            var name = char.ToLowerInvariant($"{level}"[0]) + $"{level}"[1..];
            groups.ByEntity<Area>(name, $"The {Words(level)} that the row's area is or is part of; null where its area is larger.", AreaKeys.At(area, level));
        }
    }

    private static string Words(AreaLevel level) => level switch
    {
        AreaLevel.Nation => "nation",
        AreaLevel.CommandArea => "command area",
        AreaLevel.PoliceDivision => "police division",
        AreaLevel.CouncilArea => "council area",
        _ => "ward",
    };
}
