using ControlStrategy.Data;
using ControlStrategy.Data.Figures;
using ControlStrategy.GraphQL;
using ControlStrategy.GraphQL.Records;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Imports;

/// <summary>Tells <c>observationsImported</c> to those who follow it.</summary>
internal static class ObservationsImportedField
{
    public static SubscriptionFieldDefinition Definition { get; } = SubscriptionFieldDefinition.Create<ObservationsImportedArguments, ObservationsImported>(
        "observationsImported",
        "An import brought observations, through this server or another process; told within 2 seconds. Imports that changed nothing are not told.",
        ListenAsync);

    private static async Task<IAsyncEnumerable<ObservationsImported>> ListenAsync(
        ObservationsImportedArguments arguments, IServiceProvider services, CancellationToken cancellation)
    {
        await CheckAsync(arguments.Measures, services, cancellation);
        var imports = await services.GetRequiredService<ImportWatch>().FollowAsync(cancellation);
        return imports.Where(import => IsAskedFor(import, arguments.Measures)).Select(ObservationsImported.Of);
    }

    private static bool IsAskedFor(ImportedObservations import, IReadOnlyList<string>? codes) =>
        codes is null || import.Measures.Any(measure => codes.Contains(measure.Code, StringComparer.Ordinal));

    /// <summary>A code that is misspelt would never be told of.</summary>
    private static async Task CheckAsync(IReadOnlyList<string>? codes, IServiceProvider services, CancellationToken cancellation)
    {
        if (codes is null or []) return;
        await using var context = await services.GetRequiredService<IDbContextFactory<StrategyContext>>().CreateDbContextAsync(cancellation);
        var known = await context.Measures.Where(measure => codes.Contains(measure.Code)).Select(measure => measure.Code).ToListAsync(cancellation);
        if (codes.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw new RequestException("UNKNOWN_MEASURE", $"There is no measure '{unknown}'. The query measures lists them.");
    }
}
