using ControlStrategy.GraphQL.Tests.Library;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.GraphQL.Tests.Exporting;

/// <summary>A library of a hundred thousand books, the last with a title of 30,000 characters.</summary>
public sealed class ManyBooks : IAsyncLifetime
{
    public const int Books = 100_000;

    // Written by the database itself: saving so many entities takes longer than all the tests.
    private const string Insert = """
        WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < {0})
        INSERT INTO Books (Id, Title, Subtitle, Pages, Price, PublishedOn, AddedAt, Binding, IsRare, IsComplete, IsWithdrawn, AuthorId)
        SELECT n, iif(n = {0}, printf('%30000s', 'long'), printf('Book, "%d"', n)), iif(n % 3 = 0, NULL, 'Part'), (n * 7919) % 100000, n, '2020-01-01', 0, n % 2, 0, NULL, 0, 1 + n % 8 FROM number
        """;

    private readonly LibraryServer _library = new();

    public HttpClient Client => _library.Client;

    public GraphQLEngine Engine => _library.Engine;

    public EngineOptions Options => _library.Options;

    public IServiceProvider Services => _library.Services;

    public WarningLog Log => _library.Log;

    public async Task InitializeAsync()
    {
        await _library.InitializeAsync();
        await using var context = await Services.GetRequiredService<IDbContextFactory<LibraryContext>>().CreateDbContextAsync();
        await context.Books.IgnoreQueryFilters().ExecuteDeleteAsync();
        await context.Database.ExecuteSqlRawAsync(Insert, Books);
    }

    public Task DisposeAsync() => _library.DisposeAsync();
}
