using ControlStrategy.GraphQL.Tests.Library;

namespace ControlStrategy.GraphQL.Tests.Subscribing;

/// <summary>How many follow arrivals.</summary>
internal static class Followers
{
    /// <summary>Comes back when there are so many; a server that never gets there is seen by the test run's own time limit.</summary>
    public static async Task AreAsync(LibraryServer server, int count)
    {
        while (server.Arrivals.ListenerCount != count)
            await Task.Delay(5);
    }
}
