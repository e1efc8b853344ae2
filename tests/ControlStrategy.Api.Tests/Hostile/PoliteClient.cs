using System.Diagnostics;
using System.Text.Json;
using ControlStrategy.Testing;

namespace ControlStrategy.Api.Tests.Hostile;

/// <summary>A client that asks the same right question again and again, and measures how long the answers take.</summary>
internal sealed class PoliteClient(HttpClient client)
{
    private const string Question = "{ measures(first: 20) { nodes { code name outcome { code title } } totalCount } }";
    private string? _answer;

    /// <summary>Answers that were not what the first one was.</summary>
    public int Wrong { get; private set; }

    /// <summary>Asks until it has asked often enough or is told to stop; gives the milliseconds of each answer.</summary>
    public async Task<IReadOnlyList<double>> AskAsync(int times, CancellationToken stop)
    {
        var milliseconds = new List<double>();
        while (milliseconds.Count < times && !stop.IsCancellationRequested)
        {
            var start = Stopwatch.GetTimestamp();
            var answer = JsonSerializer.Serialize(await client.DataAsync(Question));
            milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            _answer ??= answer;
            if (answer != _answer) Wrong++;
        }
        return milliseconds;
    }

    /// <summary>What 99 of 100 answers stay below.</summary>
    public static double Worst99(IReadOnlyList<double> milliseconds) => milliseconds.Order().ElementAt((int)((milliseconds.Count - 1) * 0.99));
}
