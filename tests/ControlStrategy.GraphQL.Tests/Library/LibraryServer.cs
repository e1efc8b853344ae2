using System.Text.Json;
using ControlStrategy.GraphQL.Records;
using ControlStrategy.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace ControlStrategy.GraphQL.Tests.Library;

/// <summary>The engine over the library, on a port of its own with a database of its own.</summary>
public sealed class LibraryServer : IAsyncLifetime
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"library-{Guid.NewGuid():N}.db");
    private WebApplication? _app;

    public HttpClient Client { get; private set; } = null!;

    public GraphQLEngine Engine => _app!.Services.GetRequiredService<GraphQLEngine>();

    public WarningLog Log { get; } = new();

    /// <summary>What the engine was told; limits may be changed between requests.</summary>
    public EngineOptions Options => Services.GetRequiredService<EngineOptions>();

    public IServiceProvider Services => _app!.Services;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddConsole().AddProvider(Log).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddPooledDbContextFactory<LibraryContext>(options => options.UseSqlite($"Data Source={_file};Pooling=False"));
        builder.Services.AddGraphQLEngine<LibraryContext>((_, options) => Configure(options));
        _app = builder.Build();
        _app.MapGraphQLEngine("/graphql");
        await using (var context = await Services.GetRequiredService<IDbContextFactory<LibraryContext>>().CreateDbContextAsync())
        {
            await context.Database.EnsureCreatedAsync();
            LibraryContent.Fill(context);
            await context.SaveChangesAsync();
        }
        await _app.StartAsync();
        var address = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Client = new HttpClient { BaseAddress = new Uri(address) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
        foreach (var file in new[] { _file, _file + "-wal", _file + "-shm" })
            File.Delete(file);
    }

    /// <summary>What a client gets for a query.</summary>
    public Task<JsonElement> AskAsync(string query, object? variables = null) => Client.AskAsync(query, variables);

    /// <summary>The data of an answer without errors.</summary>
    public Task<JsonElement> DataAsync(string query, object? variables = null) => Client.DataAsync(query, variables);

    /// <summary>The data, and the statements that fetched it.</summary>
    public async Task<(string Json, IReadOnlyList<string> Statements)> TraceAsync(string query)
    {
        using var trace = new StatementTrace();
        using var answer = await Engine.QueryAsync(query, null, new Dictionary<string, object?>(), Services, CancellationToken.None);
        return (JsonSerializer.Serialize(answer.RootElement), trace.Statements);
    }

    private static void Configure(EngineOptions options)
    {
        options.KeptDecimals = 4;
        options.CursorKey = () => "a key for tests only"u8.ToArray();
        options.Paged<Author>(author => author.Books).Paged<Author>(author => author.Pupils).Unique<Author>(author => author.Code);
        options.Computed<Author>(ComputedFieldDefinition.Create<int, LengthArguments, Length>("nameLength", "Length of the name, times a factor.", LengthsAsync));
        options.Record(RecordFieldDefinition.Create<PickArguments, Pick>("pick", "Books by number.", PickAsync));
    }

    private static async Task<IReadOnlyDictionary<int, Length>> LengthsAsync(IReadOnlyCollection<int> keys, LengthArguments arguments, IServiceProvider services, CancellationToken cancellation)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<LibraryContext>>().CreateDbContextAsync(cancellation);
        return await context.Authors.Where(author => keys.Contains(author.Id))
            .ToDictionaryAsync(author => author.Id, author => new Length(author.Name.Length * (arguments.Factor ?? 1), new EntityKey<Author>(author.Id)), cancellation);
    }

    private static Task<Pick?> PickAsync(PickArguments arguments, IServiceProvider services, CancellationToken cancellation) =>
        arguments.Numbers.Contains(0)
            ? throw new RequestException("NO_SUCH_BOOK", "There is no book 0.")
            : Task.FromResult<Pick?>(new Pick([.. arguments.Numbers.Select(number => new PickedBook(number, new EntityKey<Book>(number)))]));
}

/// <summary>Arguments of a computed field.</summary>
public sealed record LengthArguments
{
    /// <summary>Multiplies the length.</summary>
    public int? Factor { get; init; }
}

/// <summary>A computed answer.</summary>
/// <param name="Characters">How many.</param>
/// <param name="Of">Whose name.</param>
public sealed record Length(int Characters, EntityKey<Author> Of);

/// <summary>Arguments of a hand-written root field.</summary>
public sealed record PickArguments
{
    /// <summary>Which books.</summary>
    public IReadOnlyList<int> Numbers { get; init; } = [];
}

/// <summary>A hand-written answer.</summary>
/// <param name="Rows">One per number.</param>
public sealed record Pick(IReadOnlyList<PickedBook> Rows);

/// <summary>A row of it.</summary>
/// <param name="Number">As given.</param>
/// <param name="Book">The book.</param>
public sealed record PickedBook(int Number, EntityKey<Book> Book);
