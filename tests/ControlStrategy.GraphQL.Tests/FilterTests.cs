using ControlStrategy.GraphQL.Tests.Library;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.GraphQL.Tests;

/// <summary>Each filter against the same question asked of the rows in memory.</summary>
public sealed class FilterTests(LibraryServer library) : IClassFixture<LibraryServer>
{
    private static readonly (string Where, Func<Book, bool> Holds)[] Cases =
    [
        ("title: { eq: \"Book 0.01\" }", book => book.Title == "Book 0.01"),
        ("title: { contains: \"k 1\" }", book => book.Title.Contains("k 1", StringComparison.Ordinal)),
        ("title: { contains: \"K 1\" }", _ => false),
        ("title: { startsWith: \"Book 1\", endsWith: \"9\" }", book => book.Title.StartsWith("Book 1", StringComparison.Ordinal) && book.Title.EndsWith('9')),
        ("title: { or: [{ endsWith: \"00\" }, { endsWith: \"01\" }] }", book => book.Title.EndsWith("00", StringComparison.Ordinal) || book.Title.EndsWith("01", StringComparison.Ordinal)),
        ("subtitle: { ncontains: \"1\" }", book => book.Subtitle?.Contains('1') != true),
        ("subtitle: { nstartsWith: \"Part\" }", book => book.Subtitle is null),
        ("subtitle: { nendsWith: \"2\" }", book => book.Subtitle?.EndsWith('2') != true),
        ("subtitle: { neq: \"Part 1\" }", book => book.Subtitle != "Part 1"),
        ("subtitle: { eq: null }", book => book.Subtitle is null),
        ("subtitle: { neq: null }", book => book.Subtitle is not null),
        ("subtitle: { in: [\"Part 1\", null] }", book => book.Subtitle is null or "Part 1"),
        ("subtitle: { nin: [\"Part 1\"] }", book => book.Subtitle != "Part 1"),
        ("subtitle: { nin: [\"Part 1\", null] }", book => book.Subtitle is not (null or "Part 1")),
        ("pages: { gte: 110, lt: 130 }", book => book.Pages is >= 110 and < 130),
        ("pages: { ngt: 110 }", book => book.Pages <= 110),
        ("author: { bornIn: { ngt: 1902 } }", book => !(book.Author.BornIn > 1902)),
        ("author: { bornIn: { lte: 1902 } }", book => book.Author.BornIn <= 1902),
        ("price: { in: [9.99, 10.99] }", book => book.Price is 9.99m or 10.99m),
        ("price: { gt: 15.5 }", book => book.Price > 15.5m),
        ("publishedOn: { gte: \"2003-05-01\" }", book => book.PublishedOn >= new DateOnly(2003, 5, 1)),
        ("addedAt: { lt: \"2020-01-05T12:00:00+02:00\" }", book => book.AddedAt < new DateTimeOffset(2020, 1, 5, 12, 0, 0, TimeSpan.FromHours(2))),
        ("binding: { eq: HARD_COVER }", book => book.Binding == Binding.HardCover),
        ("binding: { neq: HARD_COVER }", book => book.Binding != Binding.HardCover),
        ("binding: { in: [SOFT_COVER, null] }", book => book.Binding is null or Binding.SoftCover),
        ("isRare: { eq: true }", book => book.IsRare),
        ("isRare: { neq: true }", book => !book.IsRare),
        ("isComplete: { eq: false }", book => book.IsComplete == false),
        ("isComplete: { neq: true }", book => book.IsComplete != true),
        ("title: { or: [{ contains: \"1\" }, { startsWith: \"Book 0\" }] }", book => book.Title.Contains('1') || book.Title.StartsWith("Book 0", StringComparison.Ordinal)),
        ("title: { or: [{ contains: \"1\", startsWith: \"Book 0\" }] }", book => book.Title.Contains('1') && book.Title.StartsWith("Book 0", StringComparison.Ordinal)),
        ("shelf: null", book => book.Shelf is null),
        ("shelf: { label: { eq: \"A\" } }", book => book.Shelf?.Label == "A"),
        ("shelf: { label: { neq: \"A\" } }", book => book.Shelf is not null && book.Shelf.Label != "A"),
        ("genres: { some: { name: { eq: \"Crime\" } } }", book => book.Genres.Any(genre => genre.Name == "Crime")),
        ("genres: { none: { name: { eq: \"Crime\" } } }", book => book.Genres.All(genre => genre.Name != "Crime")),
        ("genres: { all: { name: { eq: \"Crime\" } } }", book => book.Genres.All(genre => genre.Name == "Crime")),
        ("genres: { any: false }", book => book.Genres.Count == 0),
        ("or: [{ pages: { gt: 140 } }, { and: [{ pages: { lt: 105 } }, { binding: { eq: null } }] }]", book => book.Pages > 140 || (book.Pages < 105 && book.Binding is null)),
        ("author: { pupils: { some: { code: { in: [\"author-1\"] } } } }", book => book.Author.Pupils.Any(pupil => pupil.Code == "author-1")),
        ("author: { name: { endsWith: \"Æ\" } }", book => book.Author.Name.EndsWith('Æ')),
    ];

    public static TheoryData<string> Filters => [.. Cases.Select(@case => @case.Where)];

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_filter_finds_what_memory_finds(string where)
    {
        var holds = Cases.Single(@case => @case.Where == where).Holds;
        await using var context = await library.Services.GetRequiredService<IDbContextFactory<LibraryContext>>().CreateDbContextAsync();
        var books = await context.Books.Include(book => book.Author.Pupils).Include(book => book.Shelf).Include(book => book.Genres).ToListAsync();
        var data = await library.DataAsync($"{{ books(first: 1000, where: {{ {where} }}) {{ nodes {{ id }} totalCount }} }}");
        var found = data.GetProperty("books").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetInt32()).ToArray();
        Assert.Equal(books.Where(holds).Select(book => book.Id).Order(), found);
        Assert.Equal(found.Length, data.GetProperty("books").GetProperty("totalCount").GetInt32());
    }
}
