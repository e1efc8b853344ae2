using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using ControlStrategy.Api.Tests.Faults;
using Xunit;
using Xunit.Abstractions;

namespace ControlStrategy.Api.Tests.Hostile;

/// <summary>Everything hostile against one process that somebody else uses meanwhile. How long it takes is printed: it depends on the machine.</summary>
public sealed class HostileCorpusTests(ITestOutputHelper output) : FaultTest
{
    private const int Rounds = 5;
    private const int LargestRefusalCharacters = 8_000;
    private const int LongestMessageCharacters = 256;
    private const int MostErrors = 5;
    private const int PoliteRequests = 2_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Every_hostile_request_is_refused_and_harms_nobody()
    {
        await using var program = ProgramProcess.Serve(Path.Combine(Folder, "strategy.db"), ("Traffic__RequestsPerSecond", "0"));
        using var client = await program.ClientAsync();
        client.Timeout = Patience;
        var polite = new PoliteClient(client);
        await polite.AskAsync(PoliteRequests, CancellationToken.None);
        var undisturbed = await polite.AskAsync(PoliteRequests, CancellationToken.None);

        using var stop = new CancellationTokenSource();
        var asking = polite.AskAsync(int.MaxValue, stop.Token);
        var worst = new Dictionary<string, double>();
        var problems = new HashSet<string>();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var request in HostileCorpus.All)
            {
                var (milliseconds, problem) = await RefusedAsync(client, request);
                if (problem is not null) problems.Add(problem);
                // The first round is the compiler's.
                if (round > 0) worst[request.Name] = Math.Max(worst.GetValueOrDefault(request.Name), milliseconds);
            }
        }
        await stop.CancelAsync();
        var disturbed = await asking;

        Report(worst, undisturbed, disturbed);
        Assert.True(problems.Count == 0, string.Join('\n', problems));
        Assert.NotEmpty(disturbed);
        Assert.Equal(0, polite.Wrong);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode);
    }

    private static async Task<(double Milliseconds, string? Problem)> RefusedAsync(HttpClient client, HostileRequest request)
    {
        using var message = request.ToMessage();
        var start = Stopwatch.GetTimestamp();
        using var response = await client.SendAsync(message);
        var text = await response.Content.ReadAsStringAsync();
        var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var problem = ProblemOf((int)response.StatusCode, text, request.Code);
        return (milliseconds, problem is null ? null : $"{request.Name}: {problem}: {text[..Math.Min(text.Length, 500)]}");
    }

    /// <summary>What is wrong with a refusal; null when nothing is.</summary>
    private static string? ProblemOf(int status, string text, string? expectedCode)
    {
        if (status is < 400 or >= 500) return string.Create(CultureInfo.InvariantCulture, $"status {status}");
        if (text.Length > LargestRefusalCharacters) return string.Create(CultureInfo.InvariantCulture, $"{text.Length} characters");
        if (text.Contains("Did you mean", StringComparison.Ordinal)) return "it suggests names";
        var answer = JsonElement.Parse(text);
        if (answer.TryGetProperty("data", out _)) return "it has data";
        var errors = answer.GetProperty("errors").EnumerateArray().ToList();
        if (errors.Count is 0 or > MostErrors) return "it has too few or too many errors";
        if (errors.Any(error => error.GetProperty("message").GetString()!.Length > LongestMessageCharacters)) return "a message is too long";
        var code = errors[0].GetProperty("extensions").GetProperty("code").GetString();
        return (expectedCode is null ? code == "INTERNAL" : code != expectedCode) ? $"the code is not {expectedCode}" : null;
    }

    private void Report(Dictionary<string, double> worst, IReadOnlyList<double> undisturbed, IReadOnlyList<double> disturbed)
    {
        foreach (var (name, milliseconds) in worst.OrderByDescending(request => request.Value))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{milliseconds,8:0.0} ms  {name}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Polite client, 99 of 100 answers within: {PoliteClient.Worst99(undisturbed):0.00} ms undisturbed ({undisturbed.Count}), {PoliteClient.Worst99(disturbed):0.00} ms disturbed ({disturbed.Count})"));
    }
}
