using System.Net;
using System.Text.Json;
using Xunit;

namespace ControlStrategy.Api.Tests.Traffic;

/// <summary>A server that takes three requests of a client, and then one in many minutes' worth of tokens.</summary>
public sealed class RateTests(RateTests.SlowApp app) : IClassFixture<RateTests.SlowApp>
{
    private const int Burst = 3;

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_again_and_health_is_always_answered()
    {
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 5 * Burst; i++) statuses.Add((await AskAsync()).StatusCode);
        Assert.Equal(Enumerable.Repeat(HttpStatusCode.OK, Burst), statuses.Take(Burst));
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        using var refused = await RefusedAsync();
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        var error = JsonElement.Parse(await refused.Content.ReadAsStringAsync()).GetProperty("errors")[0];
        Assert.Equal("TOO_MANY_REQUESTS", error.GetProperty("extensions").GetProperty("code").GetString());
        for (var i = 0; i < 5 * Burst; i++) Assert.Equal(HttpStatusCode.OK, (await app.Client.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode);
    }

    private async Task<HttpResponseMessage> RefusedAsync()
    {
        while (true)
        {
            var response = await AskAsync();
            if (response.StatusCode == HttpStatusCode.TooManyRequests) return response;
        }
    }

    private Task<HttpResponseMessage> AskAsync() => app.Client.GetAsync(new Uri("/graphql?query={__typename}", UriKind.Relative));

    public sealed class SlowApp : RunningApp
    {
        protected override void Configure(IDictionary<string, string?> settings)
        {
            settings["Traffic:RequestsPerSecond"] = "1";
            settings["Traffic:BurstRequests"] = $"{Burst}";
        }
    }
}
