using System.Text;
using BitFaster.Caching.Lru;
using GraphQL.Transport;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ControlStrategy.GraphQL.Http;

/// <summary>
/// Finds the document of a request that names it by its hash, as the persisted documents of GraphQL over HTTP and the automatic persisted
/// queries of Apollo do, and refuses documents that are not trusted where only those run.
/// </summary>
internal sealed class RequestedDocuments(DocumentPolicy policy)
{
    private const string Prefix = "sha256:";
    private const int FewestCached = 3;
    private readonly ConcurrentLru<string, string>? _automatic = policy is { OnlyTrusted: false, AutomaticDocuments: > 0 and var most } ? new(Math.Max(most, FewestCached)) : null;

    /// <summary>Puts the document's text into the request.</summary>
    /// <exception cref="HttpRefusal">There is no document, it is not known by that name, or it may not run.</exception>
    public void Resolve(GraphQLRequest request)
    {
        if (request.DocumentId is { } id) request.Query = ById(id, request.Query);
        else if (Hash(request) is { } hash) request.Query = ByHash(hash, request.Query);
        else if (string.IsNullOrEmpty(request.Query)) throw HttpRefusal.Malformed("The request has neither 'query' nor 'documentId'.");
        else if (policy.OnlyTrusted && policy.Trusted.Find(HashOf(request.Query)) is null) throw Untrusted();
        request.DocumentId = null;
    }

    private string ById(string id, string? text)
    {
        if (!string.IsNullOrEmpty(text)) throw HttpRefusal.Malformed("Give 'query' or 'documentId', not both.");
        if (!id.StartsWith(Prefix, StringComparison.Ordinal)) throw HttpRefusal.Malformed($"'documentId' must be '{Prefix}' and 64 lower-case hexadecimal digits.");
        return policy.Trusted.Find(id[Prefix.Length..])
            ?? throw new HttpRefusal(StatusCodes.Status404NotFound, "DOCUMENT_NOT_FOUND", "No trusted document has this 'documentId' (setting Documents:Folder).");
    }

    private string ByHash(string hash, string? text)
    {
        var trusted = policy.Trusted.Find(hash);
        if (string.IsNullOrEmpty(text)) return trusted ?? Remembered(hash);
        if (HashOf(text) != hash) throw new HttpRefusal(StatusCodes.Status400BadRequest, "PERSISTED_QUERY_HASH_MISMATCH", "'sha256Hash' is not the SHA-256 of 'query'.");
        if (trusted is null && policy.OnlyTrusted) throw Untrusted();
        _automatic?.AddOrUpdate(hash, text);
        return text;
    }

    private string Remembered(string hash)
    {
        if (policy.OnlyTrusted) throw Untrusted();
        if (_automatic is null) throw NotRemembered("PersistedQueryNotSupported", "PERSISTED_QUERY_NOT_SUPPORTED");
        return _automatic.TryGet(hash, out var text) ? text : throw NotRemembered("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND");
    }

    /// <summary>Clients of this protocol look for these texts, and send the document next.</summary>
    private static HttpRefusal NotRemembered(string message, string code) => new(StatusCodes.Status400BadRequest, code, message)
    {
        StatusOfJson = StatusCodes.Status200OK,
        Header = (HeaderNames.CacheControl, "private, no-store"),
    };

    private static HttpRefusal Untrusted() =>
        new(StatusCodes.Status403Forbidden, "UNTRUSTED_DOCUMENT", "Only trusted documents run here (setting Documents:OnlyTrusted).");

    private static string? Hash(GraphQLRequest request) =>
        request.Extensions?.TryGetValue("persistedQuery", out var asked) == true && asked is IReadOnlyDictionary<string, object?> or IDictionary<string, object?>
            ? HashOf((IEnumerable<KeyValuePair<string, object?>>)asked)
            : null;

    private static string HashOf(IEnumerable<KeyValuePair<string, object?>> asked)
    {
        var given = asked.ToDictionary(StringComparer.Ordinal);
        return given.GetValueOrDefault("version") is 1 && given.GetValueOrDefault("sha256Hash") is string hash
            ? hash
            : throw HttpRefusal.Malformed("'persistedQuery' must have the version 1 and a 'sha256Hash'.");
    }

    private static string HashOf(string text) => TrustedDocuments.HashOf(Encoding.UTF8.GetBytes(text));
}
