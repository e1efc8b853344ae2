using ControlStrategy.GraphQL.Subscribing;

namespace ControlStrategy.Api.Composition;

/// <summary>The settings of the section Streams.</summary>
internal static class StreamSettings
{
    private const int LargestCount = 1_000_000;
    private const int LargestMessageBytes = 1 << 30;
    private const int LongestSeconds = 86_400;

    /// <exception cref="SettingException">A setting has a value it cannot have.</exception>
    public static StreamLimits Read(SettingReader reader)
    {
        var standard = new StreamLimits();
        return new StreamLimits
        {
            MaximumConnections = reader.Number("Streams:MaximumConnections", standard.MaximumConnections, 0, LargestCount),
            MaximumOperationsPerConnection = reader.Number("Streams:MaximumOperationsPerConnection", standard.MaximumOperationsPerConnection, 1, LargestCount),
            MaximumMessageBytes = reader.Number("Streams:MaximumMessageBytes", standard.MaximumMessageBytes, 1, LargestMessageBytes),
            MaximumInitSeconds = reader.Number("Streams:MaximumInitSeconds", standard.MaximumInitSeconds, 1, LongestSeconds),
            KeepAliveSeconds = reader.Number("Streams:KeepAliveSeconds", standard.KeepAliveSeconds, 1, LongestSeconds),
            MaximumSendSeconds = reader.Number("Streams:MaximumSendSeconds", standard.MaximumSendSeconds, 1, LongestSeconds),
            MaximumWaitingEvents = reader.Number("Streams:MaximumWaitingEvents", standard.MaximumWaitingEvents, 1, LargestCount),
            AllowedOrigins = Origins(reader.Text("Streams:AllowedOrigins")),
        };
    }

    private static string[] Origins(string? text)
    {
        var origins = text?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        var wrong = origins.FirstOrDefault(origin => !Uri.TryCreate(origin, UriKind.Absolute, out var page) || page.GetLeftPart(UriPartial.Authority) != origin);
        return wrong is null ? origins : throw new SettingException("Streams:AllowedOrigins", $"has '{wrong}', which is not an origin such as https://dashboards.example.org");
    }
}
