using ControlStrategy.GraphQL.Records;

namespace ControlStrategy.GraphQL.Tests.Library;

/// <summary>A field without arguments.</summary>
public sealed record NoArguments;

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

/// <summary>Arguments of a computed field.</summary>
public sealed record MatesArguments
{
    /// <summary>How many to name.</summary>
    public int? Most { get; init; }
}

/// <summary>What stands beside a book.</summary>
/// <param name="Count">How many.</param>
/// <param name="Nearest">The first of them; null when it stands alone.</param>
/// <param name="Others">The first few of them.</param>
/// <param name="Numbers">Their numbers; null for the even ones.</param>
/// <param name="Remark">Missing when there is nothing to say.</param>
public sealed record ShelfMates(int Count, EntityKey<Book>? Nearest, IReadOnlyList<EntityKey<Book>> Others, IReadOnlyList<int?> Numbers, string? Remark)
{
    internal static ShelfMates Of(IReadOnlyList<Book> mates, int? most)
    {
        var named = mates.Take(most ?? mates.Count).Select(mate => mate.Id).ToList();
        return new ShelfMates(
            mates.Count,
            mates.Count == 0 ? null : new EntityKey<Book>(mates[0].Id),
            [.. named.Select(id => new EntityKey<Book>(id))],
            [.. named.Select(id => id % 2 == 0 ? (int?)null : id)],
            mates.Count == 0 ? "alone" : null);
    }
}

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

/// <summary>Arguments of a hand-written root field.</summary>
public sealed record TourArguments
{
    /// <summary>Label of a shelf to leave out.</summary>
    public string? Except { get; init; }
}

/// <summary>A walk along the shelves.</summary>
/// <param name="Stops">One per shelf.</param>
/// <param name="Counts">Books on each.</param>
/// <param name="Next">A walk to come; never known.</param>
/// <param name="Remarks">What was said; never known.</param>
public sealed record Tour(IReadOnlyList<TourStop> Stops, IReadOnlyList<int> Counts, TourStop? Next, IReadOnlyList<string>? Remarks);

/// <summary>A stop of it.</summary>
/// <param name="Shelf">Where.</param>
/// <param name="Newest">The last book put there.</param>
/// <param name="Books">All books there.</param>
public sealed record TourStop(EntityKey<Shelf> Shelf, EntityKey<Book>? Newest, IReadOnlyList<EntityKey<Book>> Books)
{
    internal static TourStop Of(Shelf shelf) => new(
        new EntityKey<Shelf>(shelf.Id),
        shelf.Books.Count == 0 ? null : new EntityKey<Book>(shelf.Books.Max(book => book.Id)),
        [.. shelf.Books.OrderBy(book => book.Id).Select(book => new EntityKey<Book>(book.Id))]);
}

/// <summary>Arguments of a subscription.</summary>
public sealed record ArrivalArguments
{
    /// <summary>Fewest copies to tell of.</summary>
    public int? AtLeast { get; init; }
}

/// <summary>A book has come.</summary>
/// <param name="Book">Which.</param>
/// <param name="Copies">How often.</param>
public sealed record Arrival(EntityKey<Book> Book, int Copies);
