using System.Globalization;
using ControlStrategy.Data;
using ControlStrategy.Domain.Periods;
using ControlStrategy.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Analytics.Evaluations;

/// <summary>An initiative as far as an evaluation needs it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="StartsOn">Its first day; null where not known.</param>
/// <param name="Demonstration">Whether its dates are demonstration data.</param>
/// <param name="AreaIds">Keys of the areas it is held in.</param>
internal sealed record EvaluatedInitiative(int Id, DateOnly? StartsOn, bool Demonstration, IReadOnlyList<int> AreaIds)
{
    /// <summary>Reads an initiative in one statement.</summary>
    /// <exception cref="RequestException">UNKNOWN_INITIATIVE: there is none of that code.</exception>
    public static async Task<EvaluatedInitiative> ReadAsync(StrategyContext context, string code, CancellationToken cancellation) => await context.Initiatives
        .Where(initiative => initiative.Code == code)
        .Select(initiative => new EvaluatedInitiative(
            initiative.Id,
            initiative.StartsOn,
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
        var day = start.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        if (before.LastDay >= start) yield return $"The initiative started on {day}, not after the period before, {before}.";
        if (after.FirstDay < start) yield return $"The initiative started on {day}, not before the period after, {after}.";
    }
}
