using ControlStrategy.Domain.Measures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Content;

public sealed class DemonstrationLabelTests(DatabaseWithDemonstration database) : IClassFixture<DatabaseWithDemonstration>
{
    [Fact]
    public void Every_demonstration_row_says_what_it_is()
    {
        using var context = database.Open();

        Assert.All(context.Observations.Select(x => x.Source).Distinct(), x => Assert.Equal("Demonstration data, not statistics", x));
        Assert.False(context.Observations.Any(x => !x.Measure.Demonstration));
        Assert.False(context.Milestones.Any(x => !x.Demonstration));
        Assert.False(context.Activities.Any(x => !x.Demonstration));
        Assert.False(context.ProblemSolvingPlans.Any(x => !x.Demonstration));
        Assert.False(context.Targets.Any(x => !x.Demonstration || !x.Measure.Demonstration));
        Assert.False(context.Commentaries.Any(x => !x.Demonstration || !x.Measure.Demonstration));
        Assert.False(context.Initiatives.Any(x => x.Status != null && !x.Demonstration));
    }

    [Fact]
    public void A_measure_is_demonstration_exactly_where_its_code_its_name_and_its_source_say_so()
    {
        using var context = database.Open();

        var demonstration = context.Measures.Where(x => x.Demonstration).ToList();

        Assert.Equal(6 + 7, demonstration.Count);
        Assert.All(demonstration, x => Assert.StartsWith("demo-", x.Code, StringComparison.Ordinal));
        Assert.All(demonstration, x => Assert.StartsWith("Demonstration: ", x.Name, StringComparison.Ordinal));
        Assert.All(demonstration, x => Assert.Equal("Demonstration data, not statistics", x.Source));
        Assert.False(context.Measures.Any(x => !x.Demonstration && (x.Code.StartsWith("demo-") || x.Name.StartsWith("Demonstration"))));
    }

    [Fact]
    public void Every_outcome_and_every_group_of_measures_has_a_demonstration_measure()
    {
        using var context = database.Open();

        var measures = context.Measures.Include(x => x.Outcome).Where(x => x.Demonstration).ToList();

        Assert.Equal(context.Outcomes.Select(x => x.Code).Order(), measures.Select(x => x.Outcome.Code).Distinct().Order());
        Assert.Equal(Enum.GetValues<MeasureGroup>(), measures.Select(x => x.Group).Distinct().Order());
    }
}
