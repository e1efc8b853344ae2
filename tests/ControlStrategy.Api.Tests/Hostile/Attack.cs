using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ControlStrategy.Api.Tests.Hostile;

/// <summary>Sends the whole corpus, several times over, and looks at what comes back.</summary>
internal sealed class Attack(HttpClient client)
{
    private const int LargestRefusalCharacters = 8_000;
    private const int LongestMessageCharacters = 256;
    private const int MostErrors = 5;
    private readonly HashSet<string> _problems = [];

    /// <summary>What was wrong with a refusal.</summary>
    public IReadOnlyCollection<string> Problems => _problems;

    /// <summary>Sends each request once in each round; gives the milliseconds that each took, in order.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<double>>> RunAsync(int rounds)
    {
        var milliseconds = HostileCorpus.All.ToDictionary(request => request.Name, _ => new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var request in HostileCorpus.All)
                milliseconds[request.Name].Add(await SendAsync(request));
        }
        return milliseconds.ToDictionary(request => request.Key, request => (IReadOnlyList<double>)[.. request.Value.Order()]);
    }

    private async Task<double> SendAsync(HostileRequest request)
    {
        using var message = request.ToMessage();
        var start = Stopwatch.GetTimestamp();
        using var response = await client.SendAsync(message);
        var text = await response.Content.ReadAsStringAsync();
        var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        if (ProblemOf((int)response.StatusCode, text, request.Code) is { } problem) _problems.Add($"{request.Name}: {problem}: {text[..Math.Min(text.Length, 500)]}");
        return milliseconds;
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
}
