using System.Security.Cryptography;
using System.Text;

namespace ControlStrategy.GraphQL.Http;

/// <summary>Which documents run, and which may be called by their hash.</summary>
public sealed record DocumentPolicy
{
    /// <summary>Documents that clients call by their hash.</summary>
    public TrustedDocuments Trusted { get; init; } = TrustedDocuments.None;

    /// <summary>Whether all other documents are refused, introspection too.</summary>
    public bool OnlyTrusted { get; init; }

    /// <summary>Documents of clients that are remembered by their hash, as Apollo's automatic persisted queries ask for; 0 for none.</summary>
    public int AutomaticDocuments { get; init; } = 500;
}

/// <summary>Documents of a folder by the SHA-256 of their bytes.</summary>
public sealed class TrustedDocuments
{
    private const string Ending = ".graphql";
    private readonly Dictionary<string, string> _documents = new(StringComparer.Ordinal);

    private TrustedDocuments()
    {
    }

    /// <summary>No document.</summary>
    public static TrustedDocuments None { get; } = new();

    /// <summary>How many there are.</summary>
    public int Count => _documents.Count;

    /// <summary>Reads every <c>*.graphql</c> file of a folder and its folders. A file may be named by its hash, or in any other way.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="TrustedDocumentException">The folder cannot be read, a file is not UTF-8, or is named by another hash than its own.</exception>
    public static TrustedDocuments Read(string folder)
    {
        var trusted = new TrustedDocuments();
        try
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*" + Ending, SearchOption.AllDirectories)) trusted.Add(file, File.ReadAllBytes(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new TrustedDocumentException($"{folder} cannot be read: {exception.Message}");
        }
        return trusted;
    }

    /// <summary>The hash of a document as clients write it: 64 lower-case hexadecimal digits.</summary>
    internal static string HashOf(ReadOnlySpan<byte> document) => Convert.ToHexStringLower(SHA256.HashData(document));

    internal string? Find(string hash) => _documents.GetValueOrDefault(hash);

    private void Add(string file, byte[] bytes)
    {
        var hash = HashOf(bytes);
        var name = Path.GetFileNameWithoutExtension(file);
        if (IsHash(name) && !name.Equals(hash, StringComparison.OrdinalIgnoreCase))
            throw new TrustedDocumentException($"{file} has the hash {hash}, not the one it is named by; a line break added at its end is enough for that");
        try
        {
            _documents[hash] = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new TrustedDocumentException($"{file} is not UTF-8");
        }
    }

    private static bool IsHash(string name) => name.Length == 2 * SHA256.HashSizeInBytes && name.All(char.IsAsciiHexDigit);
}

/// <summary>Trusted documents cannot be read.</summary>
/// <param name="problem">What is wrong.</param>
public sealed class TrustedDocumentException(string problem) : Exception(problem);
