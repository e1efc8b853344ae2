using System.CommandLine;
using ControlStrategy.Api.Composition;
using ControlStrategy.GraphQL;

namespace ControlStrategy.Api.Commands;

/// <summary><c>serve</c>: answers GraphQL and produces reports until it is stopped.</summary>
internal sealed class ServeCommand : StrategyCommand
{
    public ServeCommand() : base("serve", "Serve GraphQL at /graphql and reports at /reports (the default).") => SetAction(RunAsync);

    public Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation) => RunAsync(parsed, async app =>
    {
        // The schema is made while the database is: a start takes the longer of the two.
        var schema = Task.Run(app.Services.GetRequiredService<GraphQLEngine>, cancellation);
        await Preparation.PrepareAsync(app.Services, cancellation);
        await schema;
        await app.RunAsync(cancellation);
        return ExitCodes.Done;
    });
}
