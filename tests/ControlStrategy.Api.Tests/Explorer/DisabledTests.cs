using System.Net;
using Xunit;

namespace ControlStrategy.Api.Tests.Explorer;

public sealed class DisabledTests(DisabledTests.AppWithout app) : IClassFixture<DisabledTests.AppWithout>
{
    [Theory]
    [InlineData("/graphql", HttpStatusCode.BadRequest)]
    [InlineData("/", HttpStatusCode.NotFound)]
    public async Task Without_the_explorer_browsers_are_clients_like_all_others(string address, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", "text/html,*/*;q=0.8");
        using var answer = await app.Client.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
        Assert.NotEqual("text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    public sealed class AppWithout : RunningApp
    {
        protected override void Configure(IDictionary<string, string?> settings) => settings["Explorer:Enabled"] = "false";
    }
}
