using Microsoft.Extensions.Time.Testing;

namespace ControlStrategy.Api.Tests.History;

/// <summary>An application without demonstration data, whose clock moves only when told.</summary>
internal sealed class StartedApp : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock;

    private StartedApp(FakeTimeProvider clock)
    {
        _clock = clock;
        App = new EmptyApp { Clock = clock };
    }

    public RunningApp App { get; }

    public static async Task<StartedApp> CreateAsync(FakeTimeProvider clock)
    {
        var app = new StartedApp(clock);
        await app.App.InitializeAsync();
        return app;
    }

    /// <summary>Takes a file in some time later, and tells when it was recorded.</summary>
    public async Task<DateTimeOffset> ImportAsync(FigureFile file, TimeSpan later)
    {
        _clock.Advance(later);
        return (await App.ImportAsync(file.Kind, file.Content)).RecordedAt!.Value;
    }

    public async ValueTask DisposeAsync() => await App.DisposeAsync();

    private sealed class EmptyApp : RunningApp
    {
        protected override void Configure(IDictionary<string, string?> settings)
        {
            settings["Content:Demonstration"] = "false";
            settings["Traffic:RequestsPerSecond"] = "0";
        }
    }
}
