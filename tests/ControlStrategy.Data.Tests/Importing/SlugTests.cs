using ControlStrategy.Data.Importing.Formats;
using Xunit;

namespace ControlStrategy.Data.Tests.Importing;

public sealed class SlugTests
{
    [Theory]
    [InlineData("All Group 1: Non-sexual crimes of violence", "all-group-1-non-sexual-crimes-of-violence")]
    [InlineData("all-group-1-non-sexual-crimes-of-violence", "all-group-1-non-sexual-crimes-of-violence")]
    [InlineData("Crimes: Group 3: Theft (other) ", "crimes-group-3-theft-other")]
    [InlineData(" – All  Crimes", "all-crimes")]
    [InlineData("...", "")]
    [InlineData("", "")]
    public void A_label_becomes_lower_case_words_with_one_hyphen_between(string label, string slug) =>
        Assert.Equal(slug, Slug.Of(label, new char[label.Length]).ToString());
}
