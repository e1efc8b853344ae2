using System.Reflection;
using ControlStrategy.Domain;
using ControlStrategy.Domain.Measures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Content;

public sealed class ShippedRulesTests(DatabaseWithDemonstration database) : IClassFixture<DatabaseWithDemonstration>
{
    private static readonly MethodInfo LoadOne =
        typeof(ShippedRulesTests).GetMethod(nameof(Load), BindingFlags.NonPublic | BindingFlags.Static)!;

    [Fact]
    public void Every_noun_keeps_its_rules()
    {
        using var context = database.Open();
        // All of a database in one context: every noun finds what its rules speak of.
        foreach (var type in context.Model.GetEntityTypes().Where(type => !type.HasSharedClrType).ToList())
            LoadOne.MakeGenericMethod(type.ClrType).Invoke(obj: null, [context]);

        var nouns = context.ChangeTracker.Entries<IHasRules>().Select(entry => entry.Entity).ToList();

        Assert.Equal(6 * 32 * 126, nouns.OfType<Observation>().Count(x => x.Measure.Group != MeasureGroup.Output));
        Assert.True(nouns.Select(noun => noun.GetType()).Distinct().Count() >= 10);
        Assert.All(nouns, noun => Assert.Null(Record.Exception(noun.CheckRules)));
    }

    private static void Load<TNoun>(StrategyContext context)
        where TNoun : class => context.Set<TNoun>().Load();
}
