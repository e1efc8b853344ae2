using ControlStrategy.Data;
using ControlStrategy.Data.Figures;
using ControlStrategy.GraphQL.Records;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Analytics;

/// <summary>Answers <c>freshness</c> of all measures of an answer by one statement.</summary>
internal static class FreshnessField
{
    public static ComputedFieldDefinition Definition { get; } = ComputedFieldDefinition.Create<int, FreshnessArguments, Freshness>(
        "freshness", "The newest period with a value, and when the newest value was recorded; none where nothing was observed.", ResolveAsync);

    private static async Task<IReadOnlyDictionary<int, Freshness>> ResolveAsync(
        IReadOnlyCollection<int> measureIds, FreshnessArguments arguments, IServiceProvider services, CancellationToken cancellation)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<StrategyContext>>().CreateDbContextAsync(cancellation);
        return await Freshness.ReadAsync(context, measureIds, cancellation);
    }
}

/// <summary>There is nothing to choose.</summary>
public sealed record FreshnessArguments;
