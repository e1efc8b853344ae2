using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using ControlStrategy.Api.Composition;
using ControlStrategy.GraphQL;
using Microsoft.AspNetCore.RateLimiting;

namespace ControlStrategy.Api.Traffic;

/// <summary>How often one client may ask. Until clients have names, a client is an address; of IPv6 its network, for one client has all of it.</summary>
internal static class RequestRates
{
    /// <summary>The policy of endpoints that work on a file for long.</summary>
    public const string Files = "files";

    private const int NetworkBytes = 8;
    private static readonly TimeSpan RetryOfFiles = TimeSpan.FromSeconds(2);

    public static void Configure(RateLimiterOptions options, StrategySettings settings, bool isDevelopment)
    {
        var isOpen = settings.Traffic.RequestsPerSecond == 0 || (isDevelopment && LocalAddresses.Are(settings.Addresses));
        if (!isOpen) options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(context => Client(context, settings.Traffic));
        options.AddPolicy(Files, _ => File(settings.Limits));
        options.OnRejected = (rejected, _) => new ValueTask(RefuseAsync(rejected));
    }

    private static RateLimitPartition<IPAddress> Client(HttpContext context, TrafficSettings traffic)
    {
        // Who watches the server must not be told that it is busy.
        if (context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)) return RateLimitPartition.GetNoLimiter(IPAddress.None);
        return RateLimitPartition.GetTokenBucketLimiter(NetworkOf(context.Connection.RemoteIpAddress), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = traffic.BurstRequests,
            TokensPerPeriod = traffic.RequestsPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        });
    }

    private static RateLimitPartition<string> File(EngineLimits limits) => limits.ConcurrentFiles == 0
        ? RateLimitPartition.GetNoLimiter(Files)
        : RateLimitPartition.GetConcurrencyLimiter(Files, _ => new ConcurrencyLimiterOptions { PermitLimit = limits.ConcurrentFiles, QueueLimit = limits.ConcurrentFiles });

    private static Task RefuseAsync(OnRejectedContext rejected)
    {
        var isRate = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter);
        var setting = isRate ? "Traffic:RequestsPerSecond" : $"Limits:{nameof(EngineLimits.ConcurrentFiles)}";
        return rejected.HttpContext.RefuseTooManyRequestsAsync(isRate ? retryAfter : RetryOfFiles, $"There are more requests than {setting} allows; try again later.");
    }

    private static IPAddress NetworkOf(IPAddress? address)
    {
        if (address is null) return IPAddress.None;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes);
    }
}
