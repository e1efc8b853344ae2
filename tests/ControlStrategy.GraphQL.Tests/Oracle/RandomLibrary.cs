using System.Reflection;
using ControlStrategy.GraphQL.Tests.Library;

namespace ControlStrategy.GraphQL.Tests.Oracle;

/// <summary>A library of edge values, missing values and equal values; the same for the same seed.</summary>
internal sealed class RandomLibrary(int seed)
{
    private const int AlwaysVisible = 10;
    private readonly Random _random = new(seed);
    private readonly List<Shelf> _shelves = [.. Texts("", "A", "a", "%", "Ü 😀").Select(label => new Shelf { Label = label })];
    private readonly List<Genre> _genres = [.. Texts("Crime", "crime", "Poems", "_", "Nobody's").Select(name => new Genre { Name = name })];

    public LibraryRows Rows { get; private set; } = null!;

    public void Fill(LibraryContext context)
    {
        List<Reader> readers = [.. Enumerable.Range(0, 9).Select(i => new Reader { Id = EdgeValues.Texts[i * 5] + i, Name = Maybe(EdgeValues.Texts) })];
        var authors = Authors();
        List<Book> books = [.. Enumerable.Range(0, 64).Select(i => Book(authors, readers, i >= AlwaysVisible))];
        List<Card> cards = [.. Enumerable.Range(0, 40).Select(i => Card((1L << 53) + i, books))];
        Rows = new LibraryRows(authors, books, _shelves, _genres, readers, cards);
        context.AddRange(authors.SelectMany(Lives));
        context.AddRange([.. _shelves, .. _genres, .. readers, .. authors, .. books, .. cards]);
    }

    private List<Author> Authors()
    {
        var authors = new List<Author>();
        for (var i = 0; i < 12; i++)
        {
            authors.Add(new Author
            {
                Code = $"author-{i}" + (i % 3 == 0 ? "'\"" : ""),
                Name = OneOf(EdgeValues.Texts),
                BornIn = _random.Next(3) == 0 ? null : OneOf(EdgeValues.Integers),
                Mentor = i == 0 || _random.Next(3) == 0 ? null : OneOf(authors),
            });
        }
        return authors;
    }

    private IEnumerable<Biography> Lives(Author author) =>
        _random.Next(2) == 0 ? [] : [new Biography { Author = author, Summary = Maybe(EdgeValues.Texts) }];

    private Book Book(List<Author> authors, List<Reader> readers, bool mayBeWithdrawn)
    {
        // The last author wrote nothing, the last shelf is empty, the last genre has no book, the last reader likes none.
        var book = Filled<Book>(
            (nameof(Library.Book.Author), OneOf(authors.SkipLast(1).ToList())),
            (nameof(Library.Book.Shelf), _random.Next(3) == 0 ? null : OneOf(_shelves.SkipLast(1).ToList())),
            (nameof(Library.Book.IsWithdrawn), mayBeWithdrawn && _random.Next(7) == 0));
        book.Genres.AddRange(_genres.SkipLast(1).Where(_ => _random.Next(3) == 0));
        book.Fans.AddRange(readers.SkipLast(1).Where(_ => _random.Next(3) == 0));
        return book;
    }

    private Card Card(long id, List<Book> books) =>
        Filled<Card>((nameof(Library.Card.Id), id), (nameof(Library.Card.Book), _random.Next(4) == 0 ? null : OneOf(books)));

    /// <summary>Every column gets an edge value, or none where it may be missing.</summary>
    private T Filled<T>(params (string Name, object? Value)[] members)
    {
        var row = Activator.CreateInstance<T>();
        var nullability = new NullabilityInfoContext();
        foreach (var property in typeof(T).GetProperties().Where(property => property.SetMethod?.IsPublic == true))
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var isNullable = nullability.Create(property).WriteState == NullabilityState.Nullable;
            if (members.Any(member => member.Name == property.Name)) property.SetValue(row, members.Single(member => member.Name == property.Name).Value);
            else if (type == typeof(string) || type.IsValueType) property.SetValue(row, isNullable && _random.Next(3) == 0 ? null : OneOf(Values(type)));
        }
        return row;
    }

    private IReadOnlyList<object> Values(Type type) => type == typeof(string) && _random.Next(40) == 0 ? EdgeValues.LongTexts : EdgeValues.Of(type);

    private static string[] Texts(params string[] texts) => texts;

    private T OneOf<T>(IReadOnlyList<T> values) => values[_random.Next(values.Count)];

    private T? Maybe<T>(IReadOnlyList<T> values) where T : class => _random.Next(3) == 0 ? null : OneOf(values);
}
