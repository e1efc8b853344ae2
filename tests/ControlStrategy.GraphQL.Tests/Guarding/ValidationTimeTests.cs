using System.Text.Json;
using ControlStrategy.GraphQL.Tests.Library;
using Xunit;

namespace ControlStrategy.GraphQL.Tests.Guarding;

/// <summary>Validation ends when its time is over, by a clock that goes on whenever somebody looks at it.</summary>
public sealed class ValidationTimeTests
{
    private const int Fields = 25;

    [Theory]
    [InlineData(1, null)]
    [InlineData(4, "VALIDATION_TIME")]
    [InlineData(1_000, "VALIDATION_TIME")]
    public async Task A_document_that_takes_too_long_is_refused(int millisecondsOfAStep, string? code)
    {
        await using var library = await StartAsync(millisecondsOfAStep);
        var answer = await library.Server.AskAsync($"{{ {Books(Fields)} }}");
        Assert.Equal(code, CodeOf(answer));
        Assert.Equal(code is null, answer.TryGetProperty("data", out _));
    }

    /// <summary>However long the machine or the compiler takes for a step, a small document is answered.</summary>
    [Fact]
    public async Task A_small_document_is_answered_by_the_slowest_machine()
    {
        await using var library = await StartAsync(1_000);
        Assert.Null(CodeOf(await library.Server.AskAsync($"{{ {Books(2)} }}")));
    }

    /// <summary>A document that was valid once needs no time.</summary>
    [Fact]
    public async Task A_known_document_is_not_validated_again()
    {
        await using var library = await StartAsync(1);
        var query = $"{{ {Books(Fields)} }}";
        Assert.Null(CodeOf(await library.Server.AskAsync(query)));
        library.Clock.Step = TimeSpan.FromSeconds(1);
        Assert.Null(CodeOf(await library.Server.AskAsync(query)));
        Assert.Equal("VALIDATION_TIME", CodeOf(await library.Server.AskAsync(query + " ")));
    }

    private static string Books(int fields) => $"books(first: 1) {{ nodes {{ {string.Join(' ', Enumerable.Range(0, fields).Select(i => $"a{i}: id"))} }} }}";

    private static string? CodeOf(JsonElement answer) =>
        answer.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null;

    private static async Task<Started> StartAsync(int millisecondsOfAStep)
    {
        var clock = new SteppingClock { Step = TimeSpan.FromMilliseconds(millisecondsOfAStep) };
        var server = new LibraryServer(LibraryContent.Fill, new EngineLimits()) { Clock = clock };
        await server.InitializeAsync();
        return new Started(server, clock);
    }

    private sealed record Started(LibraryServer Server, SteppingClock Clock) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Server.DisposeAsync();
    }

    private sealed class SteppingClock : TimeProvider
    {
        private long _now;

        public TimeSpan Step { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Add(ref _now, Step.Ticks);
    }
}
