using ControlStrategy.GraphQL.Tests.Library;

namespace ControlStrategy.GraphQL.Tests.Subscribing;

/// <summary>How many follow arrivals.</summary>
internal static class Followers
{
    /// <summary>Comes back when there are so many; fails where that takes a minute.</summary>
    public static async Task AreAsync(LibraryServer server, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (server.Arrivals.ListenerCount != count)
            await Task.Delay(5, patience.Token);
    }
}
