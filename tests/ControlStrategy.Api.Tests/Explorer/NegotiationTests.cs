using System.Net;
using System.Text.Json;
using Xunit;

namespace ControlStrategy.Api.Tests.Explorer;

/// <summary>Who gets the page at /graphql and who gets GraphQL. It holds whether or not the page was built.</summary>
public sealed class NegotiationTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Firefox = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private const string Chromium = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7";
    private const string Query = "/graphql?query={areas{totalCount}}";

    [Theory]
    [InlineData("GET", "/graphql", Firefox)]
    [InlineData("HEAD", "/graphql", Firefox)]
    [InlineData("GET", "/graphql/", Chromium)]
    [InlineData("GET", Query, Chromium)]
    [InlineData("GET", Query, "application/json;q=0.5, text/html")]
    public async Task Browsers_get_a_page_that_lets_nothing_in_from_outside(string method, string address, string accept)
    {
        using var answer = await SendAsync(method, address, accept);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Accept", answer.Headers.Vary.Single());
        Assert.True(answer.Headers.CacheControl?.NoCache);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*/*")]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json, application/json;q=0.9")]
    [InlineData("application/json, text/html;q=0.5")]
    [InlineData("application/json, text/html")]
    [InlineData("*/*, text/html;q=0")]
    public async Task Clients_get_an_answer(string? accept)
    {
        using var answer = await SendAsync("GET", Query, accept);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Accept", answer.Headers.Vary.Single());
        using var data = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        Assert.True(data.RootElement.GetProperty("data").GetProperty("areas").GetProperty("totalCount").GetInt32() > 0);
    }

    [Fact]
    public async Task What_is_posted_is_graphql_whatever_is_accepted()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("{\"query\":\"{__typename}\"}", null, "application/json") };
        request.Headers.TryAddWithoutValidation("Accept", Firefox);
        using var answer = await app.Client.SendAsync(request);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_root_leads_to_the_explorer()
    {
        using var answer = await app.Client.GetAsync("/");
        Assert.EndsWith("/graphql", answer.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/web")]
    [InlineData("/web/assets/")]
    [InlineData("/web/licenses.md")]
    [InlineData("/web/assets/%2e%2e/licenses.md")]
    [InlineData("/web/assets/%2e%2e%2f%2e%2e%2fappsettings.json")]
    public async Task Nothing_but_the_assets_is_served(string address)
    {
        using var answer = await app.Client.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [SkippableFact]
    public async Task Assets_are_kept_for_good_compressed_and_under_the_policy_of_the_page()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "web", "assets");
        Skip.IfNot(Directory.Exists(folder), "The web pages were not built: Node.js is not installed.");
        var worker = Directory.EnumerateFiles(folder, "editor.worker-*.js").Select(file => Path.GetFileName(file)).First();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/web/assets/{worker}");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");
        using var answer = await app.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("br", answer.Content.Headers.ContentEncoding.Single());
        Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string address, string? accept)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        return await app.Client.SendAsync(request);
    }
}
