using System.Globalization;
using ControlStrategy.GraphQL.Records;
using ControlStrategy.GraphQL.Tests.Library;

namespace ControlStrategy.GraphQL.Tests.Oracle;

/// <summary>The library's hand-written fields over objects in memory.</summary>
internal sealed class HandWritten(LibraryRows rows)
{
    public static bool IsComputed(string field) => field is "nameLength" or "initial" or "shelfMates";

    public static object? Computed(object row, string field, IReadOnlyDictionary<string, object?> arguments) => (field, row) switch
    {
        ("nameLength", Author author) => new Length(author.Name.Length * (Number(arguments, "factor") ?? 1), new EntityKey<Author>(author.Id)),
        ("initial", Author author) => author.Name.Length < 2 ? null : author.Name.EnumerateRunes().First().ToString(),
        ("shelfMates", Book { Shelf: null }) => null,
        ("shelfMates", Book { Shelf: { } shelf } book) => ShelfMates.Of([.. Visible(shelf).Where(mate => mate != book)], Number(arguments, "most")),
        _ => throw new NotSupportedException(field),
    };

    public object? Root(string field, IReadOnlyDictionary<string, object?> arguments) => field switch
    {
        "pick" => new Pick([.. Inputs.AsList(arguments["numbers"]).Select(Picked)]),
        "tour" => Tour(arguments.GetValueOrDefault("except") as string),
        _ => throw new NotSupportedException(field),
    };

    public static (Type Entity, object Value)? KeyOf(object? value) => value switch
    {
        EntityKey<Author> key => (typeof(Author), key.Value),
        EntityKey<Book> key => (typeof(Book), key.Value),
        EntityKey<Shelf> key => (typeof(Shelf), key.Value),
        _ => null,
    };

    private static PickedBook Picked(object? number)
    {
        var id = Convert.ToInt32(number, CultureInfo.InvariantCulture);
        return new PickedBook(id, new EntityKey<Book>(id));
    }

    private Tour? Tour(string? except)
    {
        if (except is not null && rows.Shelves.All(shelf => shelf.Label != except)) return null;
        var shelves = rows.Shelves.Where(shelf => except is null || shelf.Label != except).ToList();
        return new Tour([.. shelves.Select(Stop)], [.. shelves.Select(shelf => Visible(shelf).Count)], null, null);
    }

    private static TourStop Stop(Shelf shelf) => new(
        new EntityKey<Shelf>(shelf.Id),
        Visible(shelf).Count == 0 ? null : new EntityKey<Book>(Visible(shelf)[^1].Id),
        [.. Visible(shelf).Select(book => new EntityKey<Book>(book.Id))]);

    private static List<Book> Visible(Shelf shelf) => [.. shelf.Books.Where(book => !book.IsWithdrawn).OrderBy(book => book.Id)];

    private static int? Number(IReadOnlyDictionary<string, object?> arguments, string name) =>
        arguments.GetValueOrDefault(name) is { } number ? Convert.ToInt32(number, CultureInfo.InvariantCulture) : null;
}
