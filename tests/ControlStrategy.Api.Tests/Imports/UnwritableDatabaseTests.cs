using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ControlStrategy.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.Api.Tests.Imports;

/// <summary>An upload while the database takes none.</summary>
public sealed class UnwritableDatabaseTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task The_client_is_told_to_come_back_and_nothing_of_the_server()
    {
        await using var context = app.Services.GetRequiredService<WritingContexts>().CreateDbContext();
        await context.Database.ExecuteSqlRawAsync("CREATE TRIGGER full BEFORE INSERT ON imports BEGIN SELECT RAISE(ABORT, 'no room'); END");
        using var body = new StringContent("measure,area,period,value\nall-crimes,S12000033,2011/12,1\n");
        body.Headers.ContentType = MediaTypeHeaderValue.Parse("text/csv");

        using var response = await app.Client.PostAsync(new Uri("/imports/observations?file=a.csv", UriKind.Relative), body);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("IMPORTS_UNAVAILABLE", problem.GetProperty("code").GetString());
        Assert.DoesNotContain(app.Folder, problem.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("no room", problem.ToString(), StringComparison.Ordinal);
    }
}
