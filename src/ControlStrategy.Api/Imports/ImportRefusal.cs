using ControlStrategy.Data;
using ControlStrategy.Data.Importing;
using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Data.Importing.Formats;

namespace ControlStrategy.Api.Imports;

/// <summary>Why an upload is not imported, as an answer.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="code">Stable name of the failure in capitals.</param>
/// <param name="message">What is wrong and what to do; fit for the client.</param>
internal sealed class ImportRefusal(int status, string code, string message) : Exception(message)
{
    private const int RetryAfterSeconds = 30;

    /// <summary>The refusal of an upload that may succeed later.</summary>
    public static ImportRefusal Unavailable(string message) => new(StatusCodes.Status503ServiceUnavailable, "IMPORTS_UNAVAILABLE", message);

    /// <summary>The refusal of an upload that did not arrive in time.</summary>
    public static ImportRefusal TooSlow(TimeSpan longest) => new(
        StatusCodes.Status408RequestTimeout, "UPLOAD_TOO_SLOW", FormattableString.Invariant($"The file did not arrive within {longest.TotalSeconds:0} seconds (setting Imports:MaximumUploadSeconds). Nothing was imported."));

    /// <summary>What a failure of the importer is to a client; null where it is nothing it should learn of.</summary>
    public static ImportRefusal? Of(Exception failure) => failure switch
    {
        ImportRefusal refusal => refusal,
        // Their messages name files of the server.
        ImportFileUnreadableException or ImportFileChangedException => Unavailable("The upload could not be read back. Send it again."),
        StrategyDatabaseException => Unavailable("The database cannot be written to at present. Nothing was imported; send the file again later."),
        ImportFileEmptyException empty => Of(empty, StatusCodes.Status400BadRequest),
        ImportUnpackedTooLargeException or ImportWorkbookTooLargeException or ImportTooManyRowsException => Of((ImportException)failure, StatusCodes.Status413PayloadTooLarge),
        ImportOldWorkbookException or ImportNotWorkbookException or ImportMacrosException =>
            Of((ImportException)failure, StatusCodes.Status415UnsupportedMediaType),
        ImportException refused => Of(refused, StatusCodes.Status422UnprocessableEntity),
        _ => null,
    };

    /// <summary>The problem document (RFC 9457).</summary>
    public IResult ToResult(HttpResponse response)
    {
        if (status == StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = FormattableString.Invariant($"{RetryAfterSeconds}");
        return Results.Problem(Message, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code });
    }

    private static ImportRefusal Of(ImportException refused, int status) => new(status, refused.Code, refused.Message);
}
