using ControlStrategy.Api.Composition;

namespace ControlStrategy.Api.Traffic;

/// <summary>How often one client may ask, and how answers travel.</summary>
/// <param name="RequestsPerSecond">Requests of one client a second; 0 for any number.</param>
/// <param name="BurstRequests">Requests of one client at once, after a pause.</param>
/// <param name="WithCompression">Whether answers are packed for clients that accept it.</param>
public sealed record TrafficSettings(int RequestsPerSecond, int BurstRequests, bool WithCompression)
{
    private const int MostRequests = 1_000_000;

    internal static TrafficSettings Read(SettingReader reader) => new(
        reader.Number("Traffic:RequestsPerSecond", 200, 0, MostRequests),
        reader.Number("Traffic:BurstRequests", 400, 1, MostRequests),
        reader.Flag("Traffic:Compression", true));
}
