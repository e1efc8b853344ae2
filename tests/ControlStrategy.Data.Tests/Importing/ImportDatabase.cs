using System.Text;
using ControlStrategy.Data.Content;
using ControlStrategy.Data.Importing;
using ControlStrategy.Domain.Imports;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Strategies;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ControlStrategy.Data.Tests.Importing;

/// <summary>A migrated database for one test, with files to import into it. The clock stands still unless a test moves it.</summary>
internal sealed class ImportDatabase : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    // Migrations run once; every test gets a copy of the file.
    private static readonly Lazy<Task<byte[]>> Migrated = new(() => MakeAsync(_ => Task.CompletedTask));
    private static readonly Lazy<Task<byte[]>> Shipped = new(() => MakeAsync(context => ShippedContent.ShipAsync(context, withDemonstration: true)));

    private readonly ServiceProvider _services;

    private ImportDatabase(string folder)
    {
        Folder = folder;
        _services = new ServiceCollection().AddStrategyData($"Data Source={FilePath}").BuildServiceProvider();
        Contexts = _services.GetRequiredService<WritingContexts>();
    }

    public string Folder { get; }

    public string FilePath => Path.Combine(Folder, "strategy.db");

    public IDbContextFactory<StrategyContext> Contexts { get; }

    public FakeTimeProvider Clock { get; } = new(Start);

    /// <summary>What the imports of this test rejected.</summary>
    public List<RejectedRow> Rejections { get; } = [];

    public Importer Importer => new(Contexts, Clock);

    public static async Task<ImportDatabase> CreateAsync(IEnumerable<(string Code, MeasureKind Kind)>? measures = null, IEnumerable<string>? areas = null)
    {
        var folder = Directory.CreateTempSubdirectory("import-").FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "strategy.db"), await Migrated.Value);
        var database = new ImportDatabase(folder);
        await database.AddAsync(
            measures ?? [("all-crimes", MeasureKind.Count), ("crimes-group-3-shoplifting", MeasureKind.Count), ("detected", MeasureKind.Percentage), ("casualties", MeasureKind.Rate), ("feel-safe", MeasureKind.Survey)],
            areas ?? ["S12000033", "S12000036"]);
        return database;
    }

    /// <summary>A database with what ships, demonstration data included, a month after it was shipped.</summary>
    public static async Task<ImportDatabase> CreateShippedAsync()
    {
        var folder = Directory.CreateTempSubdirectory("import-").FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "strategy.db"), await Shipped.Value);
        var database = new ImportDatabase(folder);
        database.Clock.SetUtcNow(ShippedContent.RecordedAt.AddMonths(1));
        return database;
    }

    public string Write(string fileName, string content) => Write(fileName, Encoding.UTF8.GetBytes(content));

    public string Write(string fileName, byte[] content)
    {
        var path = Path.Combine(Folder, fileName);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Imports a text as a file, collecting what is rejected.</summary>
    public Task<ImportReport> ImportAsync(ImportKind kind, string content, bool acceptValid = false) =>
        ImportFileAsync(kind, Write("figures.csv", content), acceptValid);

    public Task<ImportReport> ImportFileAsync(ImportKind kind, string path, bool acceptValid = false) =>
        Importer.ImportAsync(kind, path, new ImportOptions { AcceptValid = acceptValid, Rejected = Rejections.Add });

    public async Task<T> ReadAsync<T>(Func<StrategyContext, Task<T>> read)
    {
        await using var context = await Contexts.CreateDbContextAsync();
        return await read(context);
    }

    /// <summary>All observations as one line each: measure, area, days, value, and for a superseded one when that was.</summary>
    public Task<List<string>> ObservationsAsync() => ReadAsync(async context =>
        (await context.Observations.IgnoreQueryFilters().Include(x => x.Measure).Include(x => x.Area).OrderBy(x => x.Id).ToListAsync())
            .ConvertAll(x => FormattableString.Invariant(
                $"{x.Measure.Code} {x.Area.Code} {x.PeriodStart:yyyy-MM-dd} {x.PeriodEnd:yyyy-MM-dd} {x.Value:0.####}{(x.SupersededAt is { } at ? $" until {at:HH:mm}" : "")}")));

    public Task<int> CountAsync<TNoun>()
        where TNoun : class => ReadAsync(context => context.Set<TNoun>().IgnoreQueryFilters().CountAsync());

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<byte[]> MakeAsync(Func<StrategyContext, Task> fill)
    {
        var template = new DatabaseFile();
        await template.InitializeAsync();
        await using (var context = template.Open())
            await fill(context);
        // Copied from the write-ahead log into the file itself.
        await using (var context = template.Open())
            await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        var bytes = await File.ReadAllBytesAsync(template.FilePath);
        await template.DisposeAsync();
        return bytes;
    }

    private async Task AddAsync(IEnumerable<(string Code, MeasureKind Kind)> measures, IEnumerable<string> areas)
    {
        await using var context = await Contexts.CreateDbContextAsync();
        var outcome = new Outcome { Strategy = Sample.Strategy("2015"), Code = "1", Title = "Less crime" };
        context.AddRange(measures.Select(measure => Measure(measure.Code, measure.Kind, outcome)));
        context.AddRange(areas.Select(Sample.Area));
        await context.SaveChangesAsync();
    }

    private static Measure Measure(string code, MeasureKind kind, Outcome outcome) => new()
    {
        Code = code,
        Name = code,
        Definition = "As published.",
        Outcome = outcome,
        Group = MeasureGroup.DeliveryAndImpact,
        Kind = kind,
        Unit = "crimes",
        Decimals = 0,
        Polarity = Polarity.LowerIsBetter,
        Grain = Grain.Year,
        NumeratorLabel = kind is MeasureKind.Count ? null : "detected",
        DenominatorLabel = kind is MeasureKind.Count ? null : "recorded",
        Source = "Scottish Government",
        DisclosureThreshold = 0,
    };
}
