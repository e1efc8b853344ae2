namespace ControlStrategy.Api.Composition;

/// <summary>Addresses that only this machine reaches.</summary>
internal static class LocalAddresses
{
    /// <summary>What such a server is called, as host filtering wants it.</summary>
    public const string Names = "localhost;127.0.0.1;[::1]";

    /// <summary>Whether all addresses are such; they are separated by semicolons.</summary>
    public static bool Are(string addresses) => addresses
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .All(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback);
}
