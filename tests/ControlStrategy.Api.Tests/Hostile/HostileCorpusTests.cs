using System.Globalization;
using System.Net;
using ControlStrategy.Api.Tests.Faults;
using Xunit;
using Xunit.Abstractions;

namespace ControlStrategy.Api.Tests.Hostile;

/// <summary>
/// Everything hostile against one process that somebody else uses meanwhile. A machine that is busy with something else makes any answer
/// late, but not always: what is measured is measured again until it is within its bounds, a few times.
/// </summary>
public sealed class HostileCorpusTests(ITestOutputHelper output) : FaultTest
{
    private const int Rounds = 5;
    private const int Attempts = 5;
    private const int PoliteRequests = 2_000;
    private const double LongestRefusalMilliseconds = 250;

    /// <summary>Answers this quick are not disturbed: twice a millisecond is a matter of chance.</summary>
    private const double UndisturbedMilliseconds = 25;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Every_hostile_request_is_refused_and_harms_nobody()
    {
        await using var program = ProgramProcess.Serve(Path.Combine(Folder, "strategy.db"), ("Traffic__RequestsPerSecond", "0"));
        using var client = await program.ClientAsync();
        client.Timeout = Patience;
        var (attack, polite) = (new Attack(client), new PoliteClient(client));
        // The first answers are the compiler's.
        await polite.AskAsync(PoliteRequests, CancellationToken.None);
        await attack.RunAsync(rounds: 1);

        var late = await LateAsync(attack, polite);

        Assert.True(attack.Problems.Count == 0, string.Join('\n', attack.Problems));
        Assert.Equal(0, polite.Wrong);
        Assert.True(late.Count == 0, string.Join('\n', late));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode);
    }

    /// <summary>What came late in every attempt: requests that took long in most rounds, and the other client.</summary>
    private async Task<IReadOnlyCollection<string>> LateAsync(Attack attack, PoliteClient polite)
    {
        HashSet<string>? late = null;
        for (var attempt = 0; attempt < Attempts && late is not { Count: 0 }; attempt++)
        {
            var undisturbed = await polite.AskAsync(PoliteRequests, CancellationToken.None);
            using var stop = new CancellationTokenSource();
            var asking = polite.AskAsync(int.MaxValue, stop.Token);
            var milliseconds = await attack.RunAsync(Rounds);
            await stop.CancelAsync();
            var disturbed = await asking;
            Report(milliseconds, undisturbed, disturbed);
            Assert.NotEmpty(disturbed);
            var now = milliseconds.Where(request => request.Value[Rounds / 2] > LongestRefusalMilliseconds).Select(request => $"{request.Key} is refused later than in {LongestRefusalMilliseconds} ms").ToHashSet();
            if (PoliteClient.Worst99(disturbed) > Math.Max(UndisturbedMilliseconds, 2 * PoliteClient.Worst99(undisturbed))) now.Add("The other client waits more than twice as long as undisturbed");
            if (late is null) late = now;
            else late.IntersectWith(now);
        }
        return late!;
    }

    private void Report(IReadOnlyDictionary<string, IReadOnlyList<double>> milliseconds, IReadOnlyList<double> undisturbed, IReadOnlyList<double> disturbed)
    {
        foreach (var (name, times) in milliseconds.OrderByDescending(request => request.Value[^1]))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{times[Rounds / 2],8:0.0} ms, at most {times[^1],8:0.0} ms  {name}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Polite client, 99 of 100 answers within: {PoliteClient.Worst99(undisturbed):0.00} ms undisturbed ({undisturbed.Count}), {PoliteClient.Worst99(disturbed):0.00} ms disturbed ({disturbed.Count})"));
    }
}
