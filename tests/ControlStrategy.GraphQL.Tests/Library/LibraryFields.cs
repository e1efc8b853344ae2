using ControlStrategy.GraphQL.Records;
using ControlStrategy.GraphQL.Subscribing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ControlStrategy.GraphQL.Tests.Library;

/// <summary>What the library tells the engine besides its model, hand-written fields of every kind among it.</summary>
internal static class LibraryFields
{
    public static void Configure(EngineOptions options)
    {
        options.KeptDecimals = 4;
        options.CursorKey = () => "a key for tests only"u8.ToArray();
        options.Paged<Author>(author => author.Books).Paged<Author>(author => author.Pupils).Paged<Reader>(reader => reader.Favourites).Plain<Shelf>(shelf => shelf.Books, 20).Unique<Author>(author => author.Code);
        options.Computed<Author>(ComputedFieldDefinition.Create<int, LengthArguments, Length>("nameLength", "Length of the name, times a factor.", LengthsAsync));
        options.Computed<Author>(ComputedFieldDefinition.Create<int, NoArguments, string?>("initial", "First letter of the name; null without one.", InitialsAsync));
        options.Computed<Book>(ComputedFieldDefinition.Create<int, MatesArguments, ShelfMates>("shelfMates", "Books on the same shelf; null for a book on none.", MatesAsync));
        options.Record(RecordFieldDefinition.Create<PickArguments, Pick>("pick", "Books by number.", PickAsync));
        options.Grouped<Book>(books => books
            .By(book => book.Author).By(book => book.Author.Mentor).By(book => book.Shelf).By(book => book.Binding).By(book => book.IsRare).By(book => book.IsComplete).By(book => book.Subtitle)
            .By("shelfLabel", "Where it stands, by label.", book => book.Shelf!.Label)
            .By("decade", "The decade it came out in.", book => book.PublishedOn.Year / 10, decade => $"{decade}0s")
            .ByEntity<Author>("master", "The mentor of a rare book's author.", book => book.IsRare ? book.Author.MentorId : null)
            .Amount(book => book.Pages).Amount(book => book.Price).Range(book => book.PublishedOn).Range(book => book.AddedAt));
        options.Grouped<Card>(cards => cards
            .By(card => card.Language).By(card => card.Format).By(card => card.Plates)
            .Amount(card => card.Leaves).Amount(card => card.FormerSerial).Amount(card => card.Thickness)
            .Amount(card => card.Cost, card => card.Place == "one", "Take the smallest instead.")
            .Alike("format", card => card.Format).Alike("plates", card => card.Plates));
        options.Record(RecordFieldDefinition.Create<TourArguments, Tour>("tour", "All shelves but one; null when that one does not exist.", TourAsync));
        options.Subscription(SubscriptionFieldDefinition.Create<ArrivalArguments, Arrival>("bookArrived", "A book has come.", FollowAsync));
    }

    private static Task<IAsyncEnumerable<Arrival>> FollowAsync(ArrivalArguments arguments, IServiceProvider services, CancellationToken cancellation) =>
        arguments.AtLeast is < 0
            ? throw new RequestException("NO_SUCH_COUNT", "There are no fewer copies than 0.")
            : Task.FromResult(services.GetRequiredService<Broadcast<Arrival>>().Listen(cancellation).Where(arrival => arrival.Copies >= (arguments.AtLeast ?? 0)));

    private static async Task<IReadOnlyDictionary<int, Length>> LengthsAsync(IReadOnlyCollection<int> keys, LengthArguments arguments, IServiceProvider services, CancellationToken cancellation)
    {
        await using var context = await ContextAsync(services, cancellation);
        return await context.Authors.Where(author => keys.Contains(author.Id))
            .ToDictionaryAsync(author => author.Id, author => new Length(author.Name.Length * (arguments.Factor ?? 1), new EntityKey<Author>(author.Id)), cancellation);
    }

    private static async Task<IReadOnlyDictionary<int, string?>> InitialsAsync(IReadOnlyCollection<int> keys, NoArguments arguments, IServiceProvider services, CancellationToken cancellation)
    {
        await using var context = await ContextAsync(services, cancellation);
        var authors = await context.Authors.Where(author => keys.Contains(author.Id)).ToListAsync(cancellation);
        // An author whose name is one letter has no entry at all, which is null as well.
        return authors.Where(author => author.Name.Length != 1).ToDictionary(author => author.Id, author => author.Name.Length == 0 ? null : author.Name.EnumerateRunes().First().ToString());
    }

    private static async Task<IReadOnlyDictionary<int, ShelfMates>> MatesAsync(IReadOnlyCollection<int> keys, MatesArguments arguments, IServiceProvider services, CancellationToken cancellation)
    {
        await using var context = await ContextAsync(services, cancellation);
        var books = await context.Books.Include(book => book.Shelf!.Books).Where(book => keys.Contains(book.Id) && book.Shelf != null).ToListAsync(cancellation);
        return books.ToDictionary(book => book.Id, book => ShelfMates.Of([.. book.Shelf!.Books.Where(mate => mate != book).OrderBy(mate => mate.Id)], arguments.Most));
    }

    private static Task<Pick?> PickAsync(PickArguments arguments, IServiceProvider services, CancellationToken cancellation) =>
        arguments.Numbers.Contains(0)
            ? throw new RequestException("NO_SUCH_BOOK", "There is no book 0.")
            : Task.FromResult<Pick?>(new Pick([.. arguments.Numbers.Select(number => new PickedBook(number, new EntityKey<Book>(number)))]));

    private static async Task<Tour?> TourAsync(TourArguments arguments, IServiceProvider services, CancellationToken cancellation)
    {
        await using var context = await ContextAsync(services, cancellation);
        var shelves = await context.Shelves.Include(shelf => shelf.Books).OrderBy(shelf => shelf.Id).ToListAsync(cancellation);
        if (arguments.Except is { } label && shelves.RemoveAll(shelf => shelf.Label == label) == 0) return null;
        return new Tour([.. shelves.Select(TourStop.Of)], [.. shelves.Select(shelf => shelf.Books.Count)], null, null);
    }

    private static Task<LibraryContext> ContextAsync(IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<IDbContextFactory<LibraryContext>>().CreateDbContextAsync(cancellation);
}
