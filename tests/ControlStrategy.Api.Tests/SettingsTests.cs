using ControlStrategy.Api.Composition;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace ControlStrategy.Api.Tests;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Limits:MaximumPageRows", "0", "is 0; it must be 1 to 1000000000")]
    [InlineData("Limits:MaximumPageRows", "2147483647", "is 2147483647; it must be 1 to 1000000000")]
    [InlineData("Limits:MaximumPageRows", "many", "is 'many', which is not a whole number")]
    [InlineData("Limits:CachedDocuments", "2", "is 2; it must be 3 to 1000000000")]
    [InlineData("Scorecard:MaximumRows", "0", "is 0; it must be 1 to 1000000000")]
    [InlineData("Shutdown:Seconds", "0", "is 0; it must be 1 to 3600")]
    [InlineData("Shutdown:Seconds", "3601", "is 3601; it must be 1 to 3600")]
    [InlineData("Imports:MaximumUploadBytes", "0", "is 0; it must be 1 to 2147483647")]
    [InlineData("Imports:MaximumWorkbookCells", "2147483648", "is '2147483648', which is not a whole number")]
    [InlineData("Content:Demonstration", "perhaps", "is 'perhaps', which is not true or false")]
    [InlineData("Cursors:Key", "short", "needs at least 16 characters")]
    public void A_value_that_cannot_be_is_refused_with_the_range(string key, string value, string expected) =>
        Assert.Equal($"The setting {key} {expected}.", Refusal(key, value).Message);

    [Fact]
    public void A_page_larger_than_the_largest_is_refused_at_the_default() =>
        Assert.Equal("The setting Limits:DefaultPageRows is 50; it must not be above Limits:MaximumPageRows (10).", Refusal("Limits:MaximumPageRows", "10").Message);

    [Theory]
    [InlineData("Limits:MaximumPageRow", "Limits:MaximumPageRows")]
    [InlineData("Limits:PageRows", "Limits:DefaultPageRows")]
    [InlineData("Content:Demo", "Content:Demonstration")]
    [InlineData("Cursors:Key:Text", "Cursors:Key")]
    [InlineData("Shutdown:Minutes", "Shutdown:Seconds")]
    [InlineData("Limit:MaximumPageRows", "Limits:MaximumPageRows")]
    [InlineData("Reporst:Folder", "Reports:Folder")]
    public void A_key_that_is_not_known_is_refused_with_the_nearest_one(string key, string nearest)
    {
        var refusal = Refusal(key, "1");
        Assert.Equal(key, refusal.Key);
        Assert.Equal($"The setting {key} is not known; the nearest one is {nearest}.", refusal.Message);
    }

    [Theory]
    [InlineData("limits:maximumpagerows", "500")]
    [InlineData("Kestrel:Limits:MaxConcurrentConnections", "100")]
    [InlineData("Logging:LogLevel:Something", "Debug")]
    [InlineData("SomebodyElse:Key", "text")]
    public async Task Other_case_and_the_settings_of_others_are_taken(string key, string value)
    {
        await using var app = Compose(key, value);
        Assert.Equal(value, app.Configuration[key]);
    }

    private static SettingException Refusal(string key, string value) => Assert.Throws<SettingException>(() => Compose(key, value));

    private static WebApplication Compose(string key, string value) => Application.Compose(new Dictionary<string, string?> { [key] = value });
}
