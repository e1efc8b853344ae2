using System.Globalization;
using ControlStrategy.Data.Importing.Writing;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Initiatives;
using ControlStrategy.Domain.Strategies;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>The initiatives an import may change, and what they may refer to. All of it is loaded once.</summary>
internal sealed class HeldInitiatives
{
    public required Dictionary<string, Initiative> ByCode { get; init; }

    public required Dictionary<string, Objective> Objectives { get; init; }

    public required Dictionary<string, Outcome> Outcomes { get; init; }

    public required Dictionary<string, Priority> Priorities { get; init; }

    public required Dictionary<string, Partner> Partners { get; init; }

    /// <summary>Areas by key; a code leads to it by what the catalogue knows.</summary>
    public required Dictionary<int, Area> Areas { get; init; }

    public static async Task<HeldInitiatives> LoadAsync(Destination destination, CancellationToken cancellation)
    {
        var context = destination.Context;
        var initiatives = context.Initiatives.Include(x => x.Milestones).Include(x => x.Outcomes).Include(x => x.Priorities)
            .Include(x => x.Partners).Include(x => x.Areas).AsSplitQuery();
        return new HeldInitiatives
        {
            Areas = await context.Areas.ToDictionaryAsync(x => x.Id, cancellation),
            Outcomes = await context.Outcomes.Where(x => x.Strategy.IsCurrent).ToDictionaryAsync(x => x.Code, cancellation),
            Priorities = await context.Priorities.Where(x => x.Strategy.IsCurrent).ToDictionaryAsync(x => x.Code, cancellation),
            Partners = await context.Partners.ToDictionaryAsync(x => x.Name, cancellation),
            Objectives = await context.Objectives.Where(x => x.Strategy.IsCurrent)
                .ToDictionaryAsync(x => x.Number.ToString(CultureInfo.InvariantCulture), cancellation),
            ByCode = await initiatives.ToDictionaryAsync(x => x.Code, cancellation),
        };
    }
}
