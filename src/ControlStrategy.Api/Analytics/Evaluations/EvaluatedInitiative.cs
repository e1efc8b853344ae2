using System.Globalization;
using ControlStrategy.Api.Analytics.Scorecards;
using ControlStrategy.Data;
using ControlStrategy.Domain.Periods;
using ControlStrategy.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Analytics.Evaluations;

/// <summary>An initiative as far as an evaluation needs it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="StartsOn">Its first day; null where not known.</param>
/// <param name="EndsOn">Its last day; null where not known.</param>
/// <param name="Demonstration">Whether its dates are demonstration data.</param>
/// <param name="AreaIds">Keys of the areas it is held in.</param>
internal sealed record EvaluatedInitiative(int Id, DateOnly? StartsOn, DateOnly? EndsOn, bool Demonstration, IReadOnlyList<int> AreaIds)
{
    /// <summary>Reads an initiative in one statement.</summary>
    /// <exception cref="RequestException">UNKNOWN_INITIATIVE: there is none of that code.</exception>
    public static async Task<EvaluatedInitiative> ReadAsync(StrategyContext context, string code, CancellationToken cancellation) => await context.Initiatives
        .Where(initiative => initiative.Code == code)
        .Select(initiative => new EvaluatedInitiative(
            initiative.Id,
            initiative.StartsOn,
            initiative.EndsOn,
            initiative.Demonstration,
            initiative.Areas.OrderBy(area => area.Code).Select(area => area.Id).ToList()))
        .SingleOrDefaultAsync(cancellation)
        ?? throw new RequestException("UNKNOWN_INITIATIVE", $"There is no initiative '{code}'. The query initiatives lists them.");

    /// <summary>What does not fit between its dates and the periods.</summary>
    public IEnumerable<string> Notes(ReportingPeriod before, ReportingPeriod after)
    {
        if (Demonstration) yield return "The initiative's dates are demonstration data.";
        if (StartsOn is not { } start)
        {
            yield return "When the initiative started is not known, so that nobody can say whether the periods lie before and after it.";
            yield break;
        }
        if (before.LastDay >= start) yield return $"The initiative's first day, {InWords(start)}, is not after the period before, {before}.";
        if (after.FirstDay < start) yield return $"The initiative's first day, {InWords(start)}, is not before the period after, {after}.";
        if (EndsOn is { } end && end < after.FirstDay) yield return $"The initiative's last day, {InWords(end)}, is before the period after, {after}.";
    }

    /// <summary>What does not fit between its areas and those it is evaluated by.</summary>
    public IEnumerable<string> Notes(KnownAreas known, EvaluatedAreas areas)
    {
        if (AreaIds.Count == 0)
        {
            yield return "The initiative names no areas, so it may be held in those that the treated ones are compared with.";
            yield break;
        }
        var held = known.WithParts(AreaIds);
        foreach (var area in areas.Comparison.Concat(areas.DisplacementComparison).Where(area => known.WithParts([area]).Overlaps(held)))
            yield return $"The initiative is held in {known.CodeOf(area)} too, which others are compared with here.";
        foreach (var area in areas.Treated.Where(area => !known.WithParts([area]).Overlaps(held)))
            yield return $"The initiative is not held in {known.CodeOf(area)}, as far as its areas say.";
    }

    private static string InWords(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
