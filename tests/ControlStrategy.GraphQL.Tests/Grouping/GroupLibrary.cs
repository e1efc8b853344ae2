using ControlStrategy.GraphQL.Tests.Library;
using ControlStrategy.GraphQL.Tests.Oracle;
using ControlStrategy.Testing;
using GraphQLParser;
using Xunit;

namespace ControlStrategy.GraphQL.Tests.Grouping;

/// <summary>A library whose books have few different values, so that groups have several books, and missing ones in every place where one may be.</summary>
public sealed class GroupLibrary : IAsyncLifetime
{
    private readonly Random _random = new(4_711);
    private readonly LibraryServer _server;
    private readonly List<Book> _books = [];

    public GroupLibrary() => _server = new LibraryServer(Fill, new EngineLimits { MaximumFilterDepth = 12 });

    internal LibraryServer Server => _server;

    /// <summary>The books there are; withdrawn ones are not.</summary>
    internal IReadOnlyList<Book> Books => [.. _books.Where(book => !book.IsWithdrawn)];

    internal IReadOnlyList<Author> Authors { get; private set; } = [];

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    /// <summary>Asks both; gives what differs, or null.</summary>
    internal async Task<string?> CompareAsync(string query)
    {
        using var trace = new StatementTrace();
        using var answer = await _server.Engine.QueryAsync(query, null, new Dictionary<string, object?>(), _server.Services, CancellationToken.None);
        if (answer.RootElement.TryGetProperty("errors", out var errors)) return "Refused: " + errors.GetRawText();
        var expected = new GroupOracle(Books).Answer(Parser.Parse(query));
        return new Difference(new Cursors()).Find(answer.RootElement.GetProperty("data"), expected)
            ?? (trace.Statements.Count == 1 ? null : $"{trace.Statements.Count} statements");
    }

    private void Fill(LibraryContext context)
    {
        Shelf[] shelves = [new() { Label = "A" }, new() { Label = "a" }, new() { Label = "Ü" }];
        var authors = new List<Author>();
        for (var i = 0; i < 6; i++)
            authors.Add(new Author { Code = $"a{i}", Name = i % 2 == 0 ? "Same" : $"Name {9 - i}", BornIn = i == 3 ? null : 1900 + i, Mentor = i is 0 or 4 ? null : authors[_random.Next(authors.Count)] });
        _books.AddRange(Enumerable.Range(0, 120).Select(_ => Book(OneOf(authors), Maybe(shelves))));
        Authors = authors;
        context.AddRange([.. shelves, .. authors, .. _books]);
    }

    private Book Book(Author author, Shelf? shelf) => new()
    {
        Title = $"Title {_random.Next(5)}",
        Subtitle = Maybe(["", "x", "X", "é"]),
        Pages = _random.Next(-2, 9),
        Price = OneOf([0m, 0.0001m, 9.99m, 10m, -3.5m]),
        PublishedOn = new DateOnly(OneOf([1999, 2000, 2009, 2010]), _random.Next(1, 13), 1),
        AddedAt = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(_random.Next(30)),
        Binding = _random.Next(3) == 0 ? null : OneOf([Binding.SoftCover, Binding.HardCover]),
        IsRare = _random.Next(2) == 0,
        IsComplete = _random.Next(3) == 0 ? null : _random.Next(2) == 0,
        IsWithdrawn = _random.Next(9) == 0,
        Author = author,
        Shelf = shelf,
    };

    private T OneOf<T>(IReadOnlyList<T> values) => values[_random.Next(values.Count)];

    private T? Maybe<T>(IReadOnlyList<T> values) where T : class => _random.Next(4) == 0 ? null : OneOf(values);
}
