using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Content;

public sealed class WithoutDemonstrationTests(DatabaseWithDemonstration filled, DatabaseWithoutDemonstration bare)
    : IClassFixture<DatabaseWithDemonstration>, IClassFixture<DatabaseWithoutDemonstration>
{
    [Fact]
    public void No_row_of_it_is_there()
    {
        using var context = bare.Open();

        Assert.False(context.Observations.IgnoreQueryFilters().Any());
        Assert.False(context.Milestones.Any());
        Assert.False(context.Activities.Any());
        Assert.False(context.ProblemSolvingPlans.Any());
        Assert.False(context.Targets.Any());
        Assert.False(context.Commentaries.Any());
        Assert.False(context.Measures.Any(x => x.Demonstration));
        Assert.False(context.Initiatives.Any(x => x.Demonstration || x.Status != null || x.StartsOn != null || x.EndsOn != null));
    }

    [Fact]
    public void Everything_else_is_the_same()
    {
        using var with = filled.Open();
        using var without = bare.Open();

        var rows = RealRows(without);

        Assert.True(rows.Count > 49 + 7 + 4 + 44 + 13 + 67 + 16);
        Assert.Equal(RealRows(with), rows);
    }

    private static List<string> RealRows(StrategyContext context) =>
    [
        .. context.Areas.OrderBy(x => x.Id).Select(x => x.Code + x.Name + x.Parent!.Code),
        .. context.Outcomes.OrderBy(x => x.Id).Select(x => x.Code + x.Title),
        .. context.Priorities.OrderBy(x => x.Id).Select(x => x.Code + x.Title + x.Outcome.Code),
        .. context.Initiatives.OrderBy(x => x.Id).Select(x => x.Code + x.Name + x.Summary + x.LeadUnit + x.Kind),
        .. context.Initiatives.SelectMany(x => x.Partners, (x, partner) => x.Code + partner.Name).Order(),
        .. context.Initiatives.SelectMany(x => x.Outcomes, (x, outcome) => x.Code + outcome.Code).Order(),
        .. context.Measures.Where(x => !x.Demonstration).OrderBy(x => x.Id).Select(x => x.Code + x.Name + x.Definition + x.Outcome.Code),
        .. context.SurveyEstimates.OrderBy(x => x.Id).Select(x => x.Wave.Label + x.Question.Code + x.Percentage),
    ];
}
