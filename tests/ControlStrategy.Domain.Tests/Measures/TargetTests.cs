using ControlStrategy.Domain.Measures;
using Xunit;

namespace ControlStrategy.Domain.Tests.Measures;

public sealed class TargetTests
{
    [Fact]
    public void A_tolerance_is_0_or_more()
    {
        Assert.Equal(0, With(tolerance: 0).Tolerance);
        Sample.Breaks("TARGET_TOLERANCE", "-0.1", () => With(tolerance: -0.1m));
    }

    private static Target With(decimal tolerance) => new()
    {
        Measure = Sample.Measure(MeasureKind.Count),
        Area = Sample.Council,
        FinancialYearStart = 2023,
        Value = 100,
        Tolerance = tolerance,
        RecordedAt = Sample.Noon,
    };
}
