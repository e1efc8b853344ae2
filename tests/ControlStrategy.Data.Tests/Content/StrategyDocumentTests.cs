using ControlStrategy.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Content;

public sealed class StrategyDocumentTests(DatabaseWithoutDemonstration database) : IClassFixture<DatabaseWithoutDemonstration>
{
    private const int LongestSharedRunOfWords = 6;

    [SkippableTheory]
    [InlineData(1, 15)]
    [InlineData(2, 7)]
    [InlineData(3, 6)]
    [InlineData(4, 4)]
    [InlineData(5, 5)]
    public void An_objective_has_the_items_of_the_document_in_its_order(int objective, int count)
    {
        var items = StrategyDocument.Read().ItemsOf(objective);
        using var context = database.Open();

        var names = context.Initiatives.Where(x => x.Objective.Number == objective && x.Parent == null)
            .OrderBy(x => x.Id).Select(x => x.Name).ToList();

        Assert.Equal(count, items.Count);
        Assert.Equal(count, names.Count);
        Assert.All(names.Zip(items), pair => Assert.Contains(StrategyDocument.Alike(pair.First), pair.Second, StringComparison.Ordinal));
    }

    [SkippableFact]
    public void The_campaigns_are_those_of_the_document_under_the_campaigns_item()
    {
        var named = StrategyDocument.Read().Campaigns();
        using var context = database.Open();

        var campaigns = context.Initiatives.Include(x => x.Parent)
            .Where(x => x.Kind == InitiativeKind.Campaign).OrderBy(x => x.Id).ToList();

        Assert.Equal(7, named.Count);
        Assert.Equal(named, campaigns.Select(x => StrategyDocument.Alike(x.Name)));
        Assert.All(campaigns, x => Assert.Equal("national-crime-prevention-campaigns", x.Parent?.Code));
    }

    [SkippableFact]
    public void Every_partner_is_named_in_the_document_and_takes_part_in_an_initiative()
    {
        var text = StrategyDocument.Read().Text;
        using var context = database.Open();

        var partners = context.Partners.Include(x => x.Initiatives).ToList();

        Assert.Equal(13, partners.Count);
        Assert.All(partners, x => Assert.Contains(StrategyDocument.Alike(x.Name), text, StringComparison.Ordinal));
        Assert.All(partners, x => Assert.NotEmpty(x.Initiatives));
    }

    [SkippableFact]
    public void A_lead_unit_is_one_the_document_names()
    {
        var text = StrategyDocument.Read().Text;
        using var context = database.Open();

        var units = context.Initiatives.Where(x => x.LeadUnit != null).Select(x => x.LeadUnit!).Distinct().ToList();

        Assert.NotEmpty(units);
        Assert.All(units, unit => Assert.Contains(StrategyDocument.Alike(unit), text, StringComparison.Ordinal));
    }

    [SkippableFact]
    public void Descriptions_are_in_our_own_words()
    {
        var words = StrategyDocument.Read().Text.Split(' ');
        var runs = Runs(words).ToHashSet();
        using var context = database.Open();
        var strategy = context.Strategies.Include(x => x.Intents).Include(x => x.Purposes).Include(x => x.Objectives).Single();

        string[] ours =
        [
            strategy.Vision,
            .. strategy.Intents.Select(x => x.Text),
            .. strategy.Purposes.Select(x => x.Text),
            .. strategy.Objectives.Select(x => x.Summary),
            .. context.Initiatives.Select(x => x.Summary),
        ];

        Assert.Equal(1 + 2 + 5 + 5 + 44, ours.Length);
        Assert.All(ours, text => Assert.DoesNotContain(Runs(StrategyDocument.Alike(text).Split(' ')), runs.Contains));
    }

    private static IEnumerable<string> Runs(string[] words) =>
        Enumerable.Range(0, Math.Max(words.Length - LongestSharedRunOfWords, 0))
            .Select(start => string.Join(' ', words.Skip(start).Take(LongestSharedRunOfWords + 1)));
}
