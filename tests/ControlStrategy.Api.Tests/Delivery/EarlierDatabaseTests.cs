using ControlStrategy.Api.Composition;
using ControlStrategy.Data;
using ControlStrategy.Domain.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.Api.Tests.Delivery;

/// <summary>The application started on a database of a version that had no measures of activities.</summary>
public sealed class EarlierDatabaseTests(EarlierDatabaseTests.EarlierApp app) : IClassFixture<EarlierDatabaseTests.EarlierApp>
{
    [Fact]
    public async Task It_has_them_after_the_start_with_the_figures_of_the_activities_it_holds()
    {
        var data = await app.DataAsync("""
            { measures(where: { code: { endsWith: "-reach" } }) { totalCount }
              measure(code: "engagement-reach") { outcome { code } observations(where: { area: { code: { eq: "S12000033" } } }) { nodes { periodStart value import { id } } } } }
            """);
        Assert.Equal(3, data.GetProperty("measures").GetProperty("totalCount").GetInt32());
        Assert.Equal(
            """{"outcome":{"code":"3"},"observations":{"nodes":[{"periodStart":"2026-10-01","value":24,"import":null}]}}""",
            data.GetProperty("measure").GetRawText());
    }

    public sealed class EarlierApp : RunningApp
    {
        protected override void Configure(IDictionary<string, string?> settings) => settings["Content:Demonstration"] = "false";

        protected override async Task FillAsync()
        {
            await ImportAsync(ImportKind.Activities, "initiative,area,held_on,kind,title,reach\nmetal-theft,S12000033,2026-10-05,ENGAGEMENT,Visit,24\n");
            await using (var context = Services.GetRequiredService<WritingContexts>().CreateDbContext())
            {
                await context.Observations.IgnoreQueryFilters().ExecuteDeleteAsync();
                await context.Measures.Where(x => x.Code.EndsWith("-activities") || x.Code.EndsWith("-reach")).ExecuteDeleteAsync();
            }
            await Preparation.PrepareAsync(Services, CancellationToken.None);
        }
    }
}
