using ControlStrategy.Domain.Initiatives;
using Xunit;

namespace ControlStrategy.Domain.Tests.Initiatives;

public sealed class ActivityTests
{
    [Fact]
    public void An_activity_does_not_reach_fewer_than_no_people() => Sample.Breaks("ACTIVITY_REACH", "-1", () => Reaching(-1));

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public void An_activity_may_reach_nobody_or_an_unknown_number(int? reach) => Assert.Equal(reach, Reaching(reach).Reach);

    private static Activity Reaching(int? reach) => new()
    {
        Initiative = Sample.Initiative(),
        Area = Sample.Council,
        HeldOn = Sample.April,
        Kind = ActivityKind.Engagement,
        Title = "Stall",
        Reach = reach,
    };
}
