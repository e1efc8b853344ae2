using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ControlStrategy.GraphQL.Tests.Library;

/// <summary>A model that has nothing to do with the product: the engine knows no noun.</summary>
public sealed class LibraryContext(DbContextOptions<LibraryContext> options) : DbContext(options)
{
    public DbSet<Author> Authors => Set<Author>();

    public DbSet<Book> Books => Set<Book>();

    public DbSet<Shelf> Shelves => Set<Shelf>();

    public DbSet<Genre> Genres => Set<Genre>();

    public DbSet<Reader> Readers => Set<Reader>();

    public DbSet<Card> Cards => Set<Card>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<decimal>().HaveConversion<ScaledConverter>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MomentConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Author>().HasIndex(author => author.Code).IsUnique();
        modelBuilder.Entity<Author>().HasOne(author => author.Mentor).WithMany(author => author.Pupils).HasForeignKey(author => author.MentorId);
        modelBuilder.Entity<Book>().HasMany(book => book.Genres).WithMany(genre => genre.Books).UsingEntity("BookGenre");
        modelBuilder.Entity<Book>().HasMany(book => book.Fans).WithMany(reader => reader.Favourites).UsingEntity("Favourite");
        modelBuilder.Entity<Card>().Property(card => card.Id).ValueGeneratedNever();
        modelBuilder.Entity<Book>().HasQueryFilter(book => !book.IsWithdrawn);
    }
}

/// <summary>Four decimals, exact: a whole number of ten-thousandths.</summary>
internal sealed class ScaledConverter() : ValueConverter<decimal, long>(value => ToUnits(value), units => units / 10_000m)
{
    public const decimal Largest = 922_337_203_685_477.5807m;

    // A filter may compare with a number that no column can hold.
    internal static long ToUnits(decimal value) => (long)(Math.Clamp(value, -Largest, Largest) * 10_000);
}

/// <summary>Milliseconds since 1970.</summary>
internal sealed class MomentConverter() : ValueConverter<DateTimeOffset, long>(
    moment => moment.ToUnixTimeMilliseconds(),
    stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
