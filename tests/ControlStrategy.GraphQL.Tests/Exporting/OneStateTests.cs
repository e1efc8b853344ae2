using ControlStrategy.GraphQL.Exporting;
using ControlStrategy.GraphQL.Tests.Library;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.GraphQL.Tests.Exporting;

/// <summary>A file shows one state, however long it takes and whatever is written meanwhile.</summary>
public sealed class OneStateTests(LibraryServer library) : IClassFixture<LibraryServer>
{
    private static readonly ExportRequest Books = new(
        "{ books { nodes { id title pages author { name books(first: 10) { nodes { title } totalCount } } genres { name } } } }", null, new Dictionary<string, object?>(), ExportFormat.JsonLines);

    [Fact]
    public async Task What_is_written_between_two_batches_is_not_in_the_file()
    {
        library.Options.Limits = library.Options.Limits with { MaximumPageRows = 10 };
        await using var undisturbed = await library.Engine.ExportAsync(Books, library.Services, CancellationToken.None);
        var expected = await Written.TextAsync(undisturbed);
        Assert.Equal(88, expected.Count(character => character == '\n'));

        await using var export = await library.Engine.ExportAsync(Books, library.Services, CancellationToken.None);
        await using var context = await library.Services.GetRequiredService<IDbContextFactory<LibraryContext>>().CreateDbContextAsync();
        await context.Books.Where(book => book.Id % 2 == 0).ExecuteUpdateAsync(set => set.SetProperty(book => book.Title, "another"));
        await context.Books.Where(book => book.Id % 5 == 0).ExecuteDeleteAsync();
        context.Authors.Add(new Author { Code = "new", Name = "New", Books = { NewBook() } });
        await context.SaveChangesAsync();
        Assert.Equal(expected, await Written.TextAsync(export));

        await using var after = await library.Engine.ExportAsync(Books, library.Services, CancellationToken.None);
        Assert.NotEqual(expected, await Written.TextAsync(after));
    }

    private static Book NewBook() => new() { Title = "New", Author = null!, PublishedOn = new DateOnly(2020, 1, 1) };
}
