using ControlStrategy.Domain.Measures;
using Xunit;

namespace ControlStrategy.Domain.Tests.Measures;

public sealed class CommentaryTests
{
    [Fact]
    public void A_commentary_is_a_draft_until_it_is_approved_once()
    {
        var commentary = Until(Sample.April);
        Assert.Equal(CommentaryStatus.Draft, commentary.Status);
        commentary.Approve();
        Assert.Equal(CommentaryStatus.Approved, commentary.Status);
        Sample.Breaks("COMMENTARY_APPROVED", "all-crimes", commentary.Approve);
    }

    [Fact]
    public void Its_period_ends_on_or_after_it_starts()
    {
        Until(Sample.April).CheckRules();
        Sample.Breaks("COMMENTARY_PERIOD", "S12000033", Until(Sample.April.AddDays(-1)).CheckRules);
    }

    private static Commentary Until(DateOnly last) => new()
    {
        Measure = Sample.Measure(MeasureKind.Count),
        Area = Sample.Council,
        PeriodStart = Sample.April,
        PeriodEnd = last,
        Text = "Two large cases.",
        Author = "An analyst",
        WrittenAt = Sample.Noon,
    };
}
