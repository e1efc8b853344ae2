using ControlStrategy.Domain;
using ControlStrategy.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ControlStrategy.Data;

/// <summary>Checks the rules of every noun about to be saved, so that none can be saved broken.</summary>
internal static class RuleCheck
{
    /// <summary>What must be loaded for the rules to see the rows they speak of.</summary>
    public static List<NavigationEntry> MissingFor(ChangeTracker tracker) =>
        [.. Changed(tracker).SelectMany(Needed).Where(IsMissing)];

    /// <summary>Checks every noun that is new or changed.</summary>
    /// <exception cref="RuleBrokenException">A rule does not hold, or a figure would be deleted.</exception>
    public static void Check(ChangeTracker tracker)
    {
        foreach (var entry in Changed(tracker))
        {
            if (entry is { State: EntityState.Deleted, Entity: IFigure })
                throw new RuleBrokenException(
                    "FIGURE_DELETED", $"A figure ({entry.Metadata.ClrType.Name}) is never deleted: a newer row supersedes it.");
            if (entry is { State: not EntityState.Deleted, Entity: IHasRules noun })
                noun.CheckRules();
        }
    }

    private static List<EntityEntry> Changed(ChangeTracker tracker) =>
        [.. tracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)];

    private static IEnumerable<NavigationEntry> Needed(EntityEntry entry) => entry.Entity switch
    {
        Initiative => [entry.Collection(nameof(Initiative.Milestones))],
        Milestone => [entry.Reference(nameof(Milestone.Initiative))],
        ProblemSolvingEntry { Plan: { } plan } => [entry.Context.Entry(plan).Collection(nameof(ProblemSolvingPlan.Entries))],
        _ => [],
    };

    // What belongs to a new row is in memory already: there is nothing to load.
    private static bool IsMissing(NavigationEntry navigation) =>
        navigation is { IsLoaded: false, EntityEntry.State: EntityState.Unchanged or EntityState.Modified }
        && (navigation is CollectionEntry || navigation.CurrentValue is null);
}
