using System.Collections;
using System.Globalization;
using ControlStrategy.Domain.Initiatives;
using ControlStrategy.Domain.Releases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Mappings;

public sealed class RoundTripTests(DatabaseFile database) : IClassFixture<DatabaseFile>
{
    [Fact]
    public async Task Every_noun_comes_back_from_the_file_as_it_was_stored()
    {
        List<string> stored;
        await using (var context = database.Open())
        {
            context.AddRange(new Everything().Roots());
            var release = context.ChangeTracker.Entries<Release>().First().Entity;
            release.Publish(Sample.Noon.AddDays(1));
            await context.SaveChangesAsync();
            stored = Describe(Nouns(context));
            Assert.Empty(MembersAtDefault(Nouns(context)));
        }
        await using var fresh = database.Open();
        await LoadAsync(fresh);
        Assert.Equal(stored, Describe(Nouns(fresh)));
    }

    [Fact]
    public void Every_noun_is_among_those_stored()
    {
        using var context = database.Open();
        var mapped = context.Model.GetEntityTypes().Where(type => !type.IsPropertyBag).Select(type => type.ClrType.Name).Order().ToList();
        context.AddRange(new Everything().Roots());
        Assert.Equal(27, mapped.Count);
        Assert.Equal(mapped, Nouns(context).Select(noun => noun.GetType().Name).Distinct().Order());
    }

    private static async Task LoadAsync(StrategyContext context)
    {
        await context.Set<Initiative>().Include(x => x.Areas).Include(x => x.Partners).Include(x => x.Outcomes).Include(x => x.Priorities)
            .AsSplitQuery().LoadAsync();
        foreach (var type in context.Model.GetEntityTypes().Where(type => !type.IsPropertyBag))
            await LoadSetAsync(context, type.ClrType);
    }

    private static Task LoadSetAsync(StrategyContext context, Type noun)
    {
        var set = typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(noun).Invoke(context, null)!;
        return ((IQueryable<object>)set).IgnoreQueryFilters().LoadAsync();
    }

    private static List<object> Nouns(StrategyContext context) =>
        [.. context.ChangeTracker.Entries().Where(entry => !entry.Metadata.IsPropertyBag).Select(entry => entry.Entity)];

    private static List<string> Describe(IEnumerable<object> nouns) =>
        [.. nouns.Select(Describe).Order()];

    private static string Describe(object noun) =>
        noun.GetType().Name + ": " + string.Join("; ", noun.GetType().GetProperties().Select(x => $"{x.Name} {Text(x.GetValue(noun))}"));

    // By reflection on the nouns, not by the model: a member the model lacks must be noticed.
    private static IEnumerable<string> MembersAtDefault(List<object> nouns) =>
        from noun in nouns
        group noun by noun.GetType() into kind
        from property in kind.Key.GetProperties()
        let nothing = property.PropertyType.IsValueType ? Text(Activator.CreateInstance(property.PropertyType)) : ""
        where kind.All(noun => Text(property.GetValue(noun)) is { } text && (text == nothing || text.Length == 0))
        select $"{kind.Key.Name}.{property.Name}";

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        IEnumerable nouns => string.Join(",", nouns.Cast<object>().Select(Id).Order()),
        decimal number => number.ToString("0.0000", CultureInfo.InvariantCulture),
        IFormattable simple => simple.ToString(value is DateTimeOffset or DateOnly ? "O" : null, CultureInfo.InvariantCulture),
        bool flag => flag.ToString(),
        _ => Id(value).ToString(CultureInfo.InvariantCulture),
    };

    private static int Id(object noun) => (int)noun.GetType().GetProperty("Id")!.GetValue(noun)!;
}
