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
        options.Paged<Author>(author => author.Books).Paged<Author>(author => author.Pupils).Paged<Reader>(reader => reader.Favourites).Unique<Author>(author => author.Code);
        options.Computed<Author>(ComputedFieldDefinition.Create<int, LengthArguments, Length>("nameLength", "Length of the name, times a factor.", LengthsAsync));
        options.Computed<Author>(ComputedFieldDefinition.Create<int, NoArguments, string?>("initial", "First letter of the name; null without one.", InitialsAsync));
        options.Computed<Book>(ComputedFieldDefinition.Create<int, MatesArguments, ShelfMates>("shelfMates", "Books on the same shelf; null for a book on none.", MatesAsync));
        options.Record(RecordFieldDefinition.Create<PickArguments, Pick>("pick", "Books by number.", PickAsync));
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
