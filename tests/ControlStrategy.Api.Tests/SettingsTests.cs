using ControlStrategy.Api.Composition;
using Xunit;

namespace ControlStrategy.Api.Tests;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Limits:MaximumPageRows", "0")]
    [InlineData("Limits:MaximumPageRows", "2147483647")]
    [InlineData("Limits:MaximumPageRows", "many")]
    [InlineData("Limits:MaximumPageRows", "10")]
    [InlineData("Limits:CachedDocuments", "2")]
    [InlineData("Content:Demonstration", "perhaps")]
    [InlineData("Cursors:Key", "short")]
    [InlineData("Imports:MaximumUploadBytes", "0")]
    [InlineData("Imports:MaximumWorkbookCells", "2147483648")]
    public void A_setting_that_cannot_be_is_named(string key, string value)
    {
        var refused = Assert.Throws<SettingException>(() => Application.Compose(new Dictionary<string, string?> { [key] = value }));
        Assert.Contains(refused.Key, refused.Message, StringComparison.Ordinal);
        Assert.Contains(refused.Key, new[] { key, "Limits:DefaultPageRows" });
    }
}
