using ControlStrategy.Data.Importing;
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
    private const string FileParameter = "file";
    private const string AcceptValidParameter = "acceptValid";
    private static readonly string[] Parameters = [FileParameter, AcceptValidParameter];

    // No type that a foreign page's form or script may send without asking first (a CORS preflight), and none at all is one of those:
    // a page that the steward happens to visit must not be able to import anything.
    private static readonly string[] MediaTypes =
        ["text/csv", "application/gzip", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/octet-stream"];

    /// <summary>Reads the address and the headers.</summary>
    /// <exception cref="ImportRefusal">One of them is not right.</exception>
    public static ImportRequest Read(string kind, HttpRequest request, int maximumBytes)
    {
        if (ImportTemplate.Find(kind)?.Kind is not { } known)
            throw new ImportRefusal(
                StatusCodes.Status404NotFound, "UNKNOWN_IMPORT_KIND", $"There is no kind of import '{kind}'. There are {string.Join(", ", ImportTemplate.All.Select(template => template.Name))}.");
        if (!IsTaken(request.ContentType))
            throw new ImportRefusal(
                StatusCodes.Status415UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", $"Send the file as the body, with Content-Type {string.Join(", ", MediaTypes)}.");
        if (request.ContentLength > maximumBytes)
            throw TooLarge(maximumBytes);
        if (request.Query.Keys.FirstOrDefault(name => !Parameters.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } other)
            throw Invalid($"The parameter '{other}' is not known. There are {string.Join(" and ", Parameters)}.");
        return new ImportRequest(known, FileNameOf(request.Query), AcceptValidOf(request.Query));
    }

    /// <summary>The refusal of a body over the limit.</summary>
    public static ImportRefusal TooLarge(int maximumBytes) => new(
        StatusCodes.Status413PayloadTooLarge,
        "UPLOAD_TOO_LARGE",
        FormattableString.Invariant(
            $"The file has more than {maximumBytes} bytes. Pack it with gzip, split it, or import it on the server (setting Imports:MaximumUploadBytes)."));

    private static bool IsTaken(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && MediaTypes.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase);

    private static string FileNameOf(IQueryCollection query) =>
        query[FileParameter] is [{ Length: <= LongestFileName } name] && !string.IsNullOrWhiteSpace(name)
            && !name.Any(char.IsControl) && !name.AsSpan().ContainsAny('/', '\\')
            ? name
            : throw Invalid($"Give the file's name as ?{FileParameter}=NAME, without a folder, at most {LongestFileName} characters.");

    private static bool AcceptValidOf(IQueryCollection query) => query[AcceptValidParameter] switch
    {
        [] => false,
        [var value] when bool.TryParse(value, out var accept) => accept,
        _ => throw Invalid($"{AcceptValidParameter} is either true or false."),
    };

    private static ImportRefusal Invalid(string message) => new(StatusCodes.Status400BadRequest, "INVALID_PARAMETER", message);
}
