using Microsoft.Extensions.FileProviders;

namespace ControlStrategy.Api.Explorer;

/// <summary>The query explorer: browsers get its page where everybody else gets GraphQL.</summary>
internal static partial class ExplorerEndpoints
{
    private const string GraphQLPath = "/graphql";
    private const string WebPath = "/web";

    /// <summary>Serves the page to browsers at /graphql, and the files it needs at /web/assets.</summary>
    public static void MapExplorer(this WebApplication app)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "web");
        var page = new ExplorerPage(Path.Combine(folder, "explorer", "index.html"));
        if (page.IsBuilt) app.UseAssets(Path.Combine(folder, "assets"));
        else app.Lifetime.ApplicationStarted.Register(() => LogNotBuilt(app.Logger));
        app.Use((context, next) => IsForBrowser(context.Request) ? page.SendAsync(context) : next(context));
        app.MapGet("/", () => Results.Redirect(GraphQLPath));
    }

    /// <summary>Asset names change with their content, so browsers keep them for good.</summary>
    private static void UseAssets(this WebApplication app, string folder)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments(WebPath, StringComparison.Ordinal), files => files.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(folder),
            RequestPath = WebPath + "/assets",
            OnPrepareResponse = file =>
            {
                file.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                file.Context.Response.Headers.XContentTypeOptions = "nosniff";
                // The page's policy does not reach into its workers; their own does.
                file.Context.Response.Headers.ContentSecurityPolicy = ExplorerPage.ContentSecurityPolicy;
            },
        }));
    }

    private static bool IsForBrowser(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Path.StartsWithSegments(GraphQLPath, out var rest) && rest.Value is "" or "/"
        && WantedType.IsHtml(request.Headers.Accept);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The query explorer was not built, so browsers get no page at /graphql. Install Node.js " + ExplorerPage.NodeVersion + " or newer and build again. Everything else works.")]
    private static partial void LogNotBuilt(ILogger logger);
}
