using ControlStrategy.Domain.Imports;
using Microsoft.Net.Http.Headers;

namespace ControlStrategy.Api.Imports;

/// <summary>What a client asks for beside the file's bytes.</summary>
/// <param name="Kind">What the file holds.</param>
/// <param name="FileName">The name the file goes by.</param>
/// <param name="AcceptValid">Whether the good rows are written although others are rejected.</param>
internal sealed record ImportRequest(ImportKind Kind, string FileName, bool AcceptValid)
{
    private const int LongestFileName = 255;

    // No type that a foreign page's form or script may send without asking first (a CORS preflight), and none at all is one of those:
    // a page that the steward happens to visit must not be able to import anything.
    private static readonly string[] MediaTypes =
        ["text/csv", "application/gzip", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/octet-stream"];

    /// <summary>Reads the address and the headers.</summary>
    /// <exception cref="ImportRefusal">One of them is not right.</exception>
    public static ImportRequest Read(string kind, HttpRequest request, int maximumBytes)
    {
        if (ImportKindName.Find(kind) is not { } known)
            throw new ImportRefusal(StatusCodes.Status404NotFound, "UNKNOWN_IMPORT_KIND", $"There is no kind of import '{kind}'. There are {string.Join(", ", ImportKindName.All)}.");
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !MediaTypes.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase))
            throw new ImportRefusal(StatusCodes.Status415UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", $"Send the file as the body, with Content-Type {string.Join(", ", MediaTypes)}.");
        if (request.ContentLength > maximumBytes)
            throw TooLarge(maximumBytes);
        foreach (var name in request.Query.Keys)
        {
            if (!name.Equals("file", StringComparison.OrdinalIgnoreCase) && !name.Equals("acceptValid", StringComparison.OrdinalIgnoreCase))
                throw Invalid($"The parameter '{name}' is not known. There are file and acceptValid.");
        }

        return new ImportRequest(known, FileNameOf(request.Query), AcceptValidOf(request.Query));
    }

    /// <summary>The refusal of a body over the limit.</summary>
    public static ImportRefusal TooLarge(int maximumBytes) => new(
        StatusCodes.Status413PayloadTooLarge,
        "UPLOAD_TOO_LARGE",
        FormattableString.Invariant($"The file has more than {maximumBytes} bytes. Pack it with gzip, split it, or use the import command on the server (setting Imports:MaximumUploadBytes)."));

    private static string FileNameOf(IQueryCollection query)
    {
        if (query["file"] is not [{ Length: <= LongestFileName } name] || string.IsNullOrWhiteSpace(name) || name.Any(char.IsControl) || name.AsSpan().ContainsAny('/', '\\'))
            throw Invalid($"Give the file's name as ?file=NAME, without a folder, at most {LongestFileName} characters.");
        return name;
    }

    private static bool AcceptValidOf(IQueryCollection query) => query["acceptValid"] switch
    {
        [] => false,
        [var value] when bool.TryParse(value, out var accept) => accept,
        _ => throw Invalid("acceptValid is either true or false."),
    };

    private static ImportRefusal Invalid(string message) => new(StatusCodes.Status400BadRequest, "INVALID_PARAMETER", message);
}
