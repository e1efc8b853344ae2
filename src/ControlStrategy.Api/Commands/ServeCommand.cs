using System.CommandLine;
using ControlStrategy.Api.Composition;

namespace ControlStrategy.Api.Commands;

/// <summary><c>serve</c>: answers GraphQL and produces reports until it is stopped.</summary>
internal sealed class ServeCommand : StrategyCommand
{
    public ServeCommand() : base("serve", "Serve GraphQL at /graphql and reports at /reports (the default).") => SetAction(RunAsync);

    public Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation) => RunAsync(parsed, async app =>
    {
        await Preparation.PrepareAsync(app.Services, cancellation);
        await app.RunAsync(cancellation);
        return ExitCodes.Done;
    });
}
