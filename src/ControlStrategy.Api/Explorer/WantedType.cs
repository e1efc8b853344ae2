using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ControlStrategy.Api.Explorer;

/// <summary>Tells browsers from clients by what they accept.</summary>
internal static class WantedType
{
    /// <summary>Whether HTML is wanted most, as a browser says that opens an address; of the same quality the first one counts.</summary>
    public static bool IsHtml(StringValues accept) =>
        MediaTypeHeaderValue.TryParseList(accept, out var wanted)
        && wanted.OrderByDescending(type => type.Quality ?? 1).FirstOrDefault() is { Quality: not 0 } first
        && first.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase);
}
