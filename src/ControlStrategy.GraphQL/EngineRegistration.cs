using ControlStrategy.GraphQL.Execution;
using ControlStrategy.GraphQL.Http;
using ControlStrategy.GraphQL.Http.Sockets;
using ControlStrategy.GraphQL.Records;
using GraphQL;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ControlStrategy.GraphQL;

/// <summary>Puts the engine into an application.</summary>
public static class EngineRegistration
{
    /// <summary>Registers the engine over a context whose factory is registered already.</summary>
    /// <typeparam name="TContext">The EF model to serve.</typeparam>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Tells the engine what the model does not: pages, unique texts, hand-written fields, limits.</param>
    public static IServiceCollection AddGraphQLEngine<TContext>(this IServiceCollection services, Action<IServiceProvider, EngineOptions> configure)
        where TContext : DbContext
    {
        services.AddSingleton(provider =>
        {
            var options = new EngineOptions();
            configure(provider, options);
            return options;
        });
        services.AddSingleton(provider => new GraphQLEngine(
            provider.GetRequiredService<EngineOptions>(),
            provider.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext,
            new OperationLog(provider.GetRequiredService<ILogger<GraphQLEngine>>(), provider.GetService<TimeProvider>() ?? TimeProvider.System)));
        services.AddSingleton(provider => new RecordCursors(provider.GetRequiredService<EngineOptions>()));
        services.AddSingleton<IGraphQLTextSerializer>(GraphQLEngine.Serializer);
        services.AddSingleton(provider => new RequestedDocuments(provider.GetRequiredService<EngineOptions>().Documents));
        services.AddSingleton(provider => new RequestReader(provider.GetRequiredService<EngineOptions>().Limits, provider.GetRequiredService<EngineOptions>().Clock, provider.GetRequiredService<RequestedDocuments>()));
        services.AddSingleton(provider => new ExecutionTurns(provider.GetRequiredService<EngineOptions>().Limits, provider.GetService<TimeProvider>() ?? TimeProvider.System));
        services.AddSingleton<ExportAnswer>();
        services.AddSingleton<GraphQLEndpoint>();
        services.AddSingleton<OpenConnections>();
        services.AddSingleton<EventStreamEndpoint>();
        services.AddSingleton<SocketEndpoint>();
        return services;
    }

    /// <summary>Serves GraphQL at a path, over HTTP, event streams and WebSockets, and its schema's text below it.</summary>
    public static void MapGraphQLEngine(this IEndpointRouteBuilder routes, string path)
    {
        // Trusted documents that cannot be read keep the application from starting.
        routes.ServiceProvider.GetRequiredService<RequestedDocuments>();
        var transports = routes.CreateApplicationBuilder().UseWebSockets();
        transports.Run(HandleAsync);
        routes.Map(path, transports.Build());
        routes.MapGet(path + "/schema.graphql", (GraphQLEngine engine) => Results.Text(engine.PrintSchema(), "text/plain; charset=utf-8"));
    }

    /// <summary>Answers a request that came too early or too often, as GraphQL does, with status 429.</summary>
    /// <param name="context">The request.</param>
    /// <param name="retryAfter">When it may come again.</param>
    /// <param name="message">Which limit it met, and its setting.</param>
    public static Task RefuseTooManyRequestsAsync(this HttpContext context, TimeSpan retryAfter, string message) =>
        context.RequestServices.GetRequiredService<GraphQLEndpoint>().RefuseAsync(context, HttpRefusal.TooManyRequests(retryAfter, message));

    private static Task HandleAsync(HttpContext context)
    {
        var services = context.RequestServices;
        if (context.WebSockets.IsWebSocketRequest) return services.GetRequiredService<SocketEndpoint>().HandleAsync(context);
        return MediaTypes.Negotiate(context.Request) == MediaTypes.EventStream
            ? services.GetRequiredService<EventStreamEndpoint>().HandleAsync(context)
            : ConditionalAnswer.HandleAsync(context, services.GetRequiredService<GraphQLEndpoint>().HandleAsync);
    }
}
