using System.Collections;
using ControlStrategy.GraphQL.Tests.Library;

namespace ControlStrategy.GraphQL.Tests.Oracle;

/// <summary>The library as objects in memory: what a query must find.</summary>
internal sealed record LibraryRows(
    IReadOnlyList<Author> Authors,
    IReadOnlyList<Book> Books,
    IReadOnlyList<Shelf> Shelves,
    IReadOnlyList<Genre> Genres,
    IReadOnlyList<Reader> Readers,
    IReadOnlyList<Card> Cards)
{
    /// <summary>Collections with pages of their own.</summary>
    private static readonly HashSet<string> Paged = ["Author.books", "Author.pupils", "Reader.favourites"];


    public IReadOnlyList<object>? OfRoot(string field) => field switch
    {
        "authors" => Authors,
        "books" => [.. Books.Where(IsVisible)],
        "shelves" => Shelves,
        "genres" => Genres,
        "readers" => Readers,
        "cards" => Cards,
        _ => null,
    };

    public object? Find(Type type, object key)
    {
        IEnumerable<object> all = type == typeof(Author) ? Authors : type == typeof(Book) ? Books.Where(IsVisible) : type == typeof(Shelf) ? Shelves : throw new NotSupportedException(type.Name);
        return all.SingleOrDefault(row => Equals(Read(row, "id"), key));
    }

    public static bool IsPaged(object parent, string field) => Paged.Contains(parent.GetType().Name + "." + field);

    public static string ConnectionOf(string rootOrCollection) => rootOrCollection switch
    {
        "pupils" => "Authors",
        "favourites" => "Books",
        _ => char.ToUpperInvariant(rootOrCollection[0]) + rootOrCollection[1..],
    };

    /// <summary>A member as a client may see it: withdrawn books do not exist.</summary>
    public static object? Read(object row, string field)
    {
        var value = row.GetType().GetProperty(char.ToUpperInvariant(field[0]) + field[1..])!.GetValue(row);
        if (value is string) return value;
        if (value is IEnumerable many) return many.Cast<object>().Where(IsVisible).ToList();
        return value is not null && IsVisible(value) ? value : null;
    }

    private static bool IsVisible(object row) => row is not Book { IsWithdrawn: true };
}
