using ControlStrategy.GraphQL.Tests.Library;
using Xunit;

namespace ControlStrategy.GraphQL.Tests;

/// <summary>How much a stream of documents leaves behind.</summary>
public sealed class CacheTests
{
    private const int Kept = 64;

    [Theory]
    [InlineData(100, Kept)]
    [InlineData(3_000, Kept / 16)]
    public async Task Of_large_documents_fewer_are_kept(int characters, int most)
    {
        var server = new LibraryServer(LibraryContent.Fill, new EngineLimits { CachedDocuments = Kept });
        await server.InitializeAsync();
        try
        {
            for (var i = 0; i < 3 * Kept; i++)
                await server.DataAsync($"{{ a{i}: books(first: 1) {{ nodes {{ id }} }} }}".PadRight(characters));
            Assert.InRange(server.Engine.PlanCount, 1, most);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }
}
