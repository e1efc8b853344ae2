namespace ControlStrategy.GraphQL.Tests.Library;

/// <summary>A few authors and many books, with missing values and equal sort keys.</summary>
internal static class LibraryContent
{
    public const int Authors = 8;
    public const int BooksPerAuthor = 12;

    public static void Fill(LibraryContext context)
    {
        Genre[] genres = [new() { Name = "History" }, new() { Name = "Crime" }, new() { Name = "Poems" }];
        Shelf[] shelves = [new() { Label = "A" }, new() { Label = "B" }];
        Author? mentor = null;
        for (var a = 0; a < Authors; a++)
        {
            var author = new Author { Code = $"author-{a}", Name = a == 3 ? "Ünal \"Ü\" Æ" : $"Author {a}", BornIn = a % 3 == 0 ? null : 1900 + a, Mentor = a % 2 == 1 ? mentor : null };
            for (var b = 0; b < BooksPerAuthor; b++)
                author.Books.Add(Book(author, a, b, genres, shelves));
            context.Authors.Add(author);
            mentor = author;
        }
    }

    private static Book Book(Author author, int a, int b, Genre[] genres, Shelf[] shelves)
    {
        var book = new Book
        {
            Title = $"Book {a}.{b:00}",
            Subtitle = b % 4 == 0 ? null : $"Part {b % 3}",
            Pages = 100 + (b * 37 + a * 11) % 50,
            Price = 9.99m + b,
            PublishedOn = new DateOnly(2000 + a, 1 + b, 1),
            AddedAt = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(a * 100 + b),
            Binding = b % 3 == 0 ? null : (Binding)(b % 2),
            IsRare = (a + b) % 3 == 0,
            IsComplete = b % 4 == 0 ? null : b % 4 == 1,
            IsWithdrawn = b == 11,
            Author = author,
            Shelf = b % 5 == 0 ? null : shelves[b % 2],
        };
        for (var g = 0; g < b % 3; g++)
            book.Genres.Add(genres[(a + g) % genres.Length]);
        return book;
    }
}
