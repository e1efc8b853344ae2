using ControlStrategy.Domain.Releases;
using Xunit;

namespace ControlStrategy.Domain.Tests.Releases;

public sealed class ReleaseTests
{
    [Fact]
    public void A_release_is_published_once()
    {
        var release = Release();
        release.Publish(Sample.Noon);
        Assert.Equal(Sample.Noon, release.PublishedAt);
        Sample.Breaks("RELEASE_PUBLISHED", "2023-q1", () => release.Publish(Sample.Noon.AddDays(1)));
        Assert.Equal(Sample.Noon, release.PublishedAt);
    }

    [Fact]
    public void A_release_is_not_published_before_its_embargo_ends()
    {
        var release = Release(embargoedUntil: Sample.Noon.AddDays(7));
        Sample.Breaks("RELEASE_EMBARGOED", "2023-q1", () => release.Publish(Sample.Noon.AddDays(7).AddTicks(-1)));
        Assert.Null(release.PublishedAt);
        release.Publish(Sample.Noon.AddDays(7));
    }

    [Fact]
    public void A_release_is_not_published_before_its_figures_stood_so() =>
        Sample.Breaks("RELEASE_TIME", "2023-q1", () => Release().Publish(Sample.Noon.AddTicks(-1)));

    [Fact]
    public void Its_period_ends_on_or_after_it_starts()
    {
        Release().CheckRules();
        Sample.Breaks("RELEASE_PERIOD", "2023-q1", Release(Sample.April.AddDays(-1)).CheckRules);
    }

    private static Release Release(DateOnly? last = null, DateTimeOffset? embargoedUntil = null) => new()
    {
        Code = "2023-q1",
        Title = "Quarter 1",
        PeriodStart = Sample.April,
        PeriodEnd = last ?? Sample.April,
        DataAsAt = Sample.Noon,
        EmbargoedUntil = embargoedUntil,
    };
}
