using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Initiatives;
using ControlStrategy.Domain.Strategies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ControlStrategy.Data.Mappings;

/// <summary>What happens to rows that refer to a deleted one: parts go with it, everything else forbids it.</summary>
internal static class Deletion
{
    private static readonly Type[] Parts =
        [typeof(StrategyIntent), typeof(StrategyPurpose), typeof(ProblemSolvingEntry), typeof(SupersededAreaCode)];

    public static void Configure(IMutableModel model)
    {
        foreach (var foreignKey in model.GetEntityTypes().SelectMany(type => type.GetDeclaredForeignKeys()))
        {
            var isPart = foreignKey.DeclaringEntityType.IsPropertyBag || Parts.Contains(foreignKey.DeclaringEntityType.ClrType);
            foreignKey.DeleteBehavior = isPart ? DeleteBehavior.Cascade : DeleteBehavior.Restrict;
        }
    }
}
