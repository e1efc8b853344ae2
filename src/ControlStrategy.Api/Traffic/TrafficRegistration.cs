using ControlStrategy.Api.Composition;

namespace ControlStrategy.Api.Traffic;

/// <summary>What every request passes: how often, and how answers are packed.</summary>
internal static class TrafficRegistration
{
    public static void AddTraffic(this IServiceCollection services, StrategySettings settings, bool isDevelopment)
    {
        services.AddRateLimiter(options => RequestRates.Configure(options, settings, isDevelopment));
        PackedAnswers.Configure(services);
    }

    public static void UseTraffic(this WebApplication app, StrategySettings settings)
    {
        if (settings.Traffic.WithCompression) app.UseResponseCompression();
        // Endpoints with a limit of their own are known once routes are.
        app.UseRouting();
        app.UseRateLimiter();
    }
}
