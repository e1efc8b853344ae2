using ControlStrategy.Domain.Statistics;
using Xunit;

namespace ControlStrategy.Domain.Tests.Statistics;

public sealed class ReasonTests
{
    [Fact]
    public void Every_reason_has_its_sign()
    {
        var signs = Enum.GetValues<Reason>().Select(reason => $"{reason} {reason.Shorthand()}");

        Assert.Equal(
            [
                "Confidential [c]", "NotAvailable [x]", "NotApplicable [z]", "LowReliability [u]",
                "TooFewPoints [x]", "NotAProbabilitySample [z]", "BreakInSeries [b]",
            ],
            signs);
    }

    [Fact]
    public void What_is_no_reason_has_no_sign() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Reason)99).Shorthand());
}
