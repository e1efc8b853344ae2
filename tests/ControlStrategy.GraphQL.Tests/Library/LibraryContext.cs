using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.GraphQL.Tests.Library;

/// <summary>A model that has nothing to do with the product: the engine knows no noun.</summary>
public sealed class LibraryContext(DbContextOptions<LibraryContext> options) : DbContext(options)
{
    public DbSet<Author> Authors => Set<Author>();

    public DbSet<Book> Books => Set<Book>();

    public DbSet<Shelf> Shelves => Set<Shelf>();

    public DbSet<Genre> Genres => Set<Genre>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Author>().HasIndex(author => author.Code).IsUnique();
        modelBuilder.Entity<Author>().HasOne(author => author.Mentor).WithMany(author => author.Pupils).HasForeignKey(author => author.MentorId);
        modelBuilder.Entity<Book>().HasMany(book => book.Genres).WithMany(genre => genre.Books).UsingEntity("BookGenre");
        modelBuilder.Entity<Book>().Property(book => book.Price).HasConversion(price => (long)(price * 10_000), stored => stored / 10_000m);
        modelBuilder.Entity<Book>().Property(book => book.AddedAt).HasConversion(moment => moment.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
        modelBuilder.Entity<Book>().HasQueryFilter(book => !book.IsWithdrawn);
    }
}
