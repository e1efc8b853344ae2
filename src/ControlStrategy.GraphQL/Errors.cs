using System.Globalization;
using ControlStrategy.GraphQL.Subscribing;

namespace ControlStrategy.GraphQL;

/// <summary>The engine's refusals, worded in one place.</summary>
internal static class Errors
{
    public static RequestException OverLimit(string code, string what, int limit, string setting) =>
        new(code, string.Create(CultureInfo.InvariantCulture, $"{what} than {limit} allows (setting Limits:{setting})."));

    public static RequestException Cells(double cells, int maximum) =>
        new("TOO_MANY_CELLS", string.Create(CultureInfo.InvariantCulture, $"The operation can answer with {cells:0} values, more than {maximum} (setting Limits:{nameof(EngineLimits.MaximumCells)}); ask for smaller pages, or fewer lists inside lists."));

    public static RequestException PageSize(string argument, long given, int maximum) =>
        new("PAGE_SIZE", string.Create(CultureInfo.InvariantCulture, $"'{argument}' is {given}; it must be 0 to {maximum} (setting Limits:{nameof(EngineLimits.MaximumPageRows)})."));

    public static RequestException Decimals(string field, int kept) =>
        new("TOO_MANY_DECIMALS", string.Create(CultureInfo.InvariantCulture, $"'{field}' is compared with a number of more than the {kept} decimals that are kept; round it first."));

    public static RequestException Milliseconds(string field) =>
        new("TOO_MANY_DECIMALS", $"'{field}' is compared with a moment finer than the milliseconds that are kept; round it first.");

    public static RequestException Infinite(string field) =>
        new("INVALID_VALUE", $"'{field}' is compared with a number larger than a Float can be.");

    public static RequestException TooManyValues(int maximum) =>
        new("TOO_MANY_VALUES", string.Create(CultureInfo.InvariantCulture, $"A list and its filter take more than the {maximum} values that one statement can; ask in parts."));

    public static RequestException AnswerTooLarge(int maximumBytes) =>
        new("ANSWER_TOO_LARGE", string.Create(CultureInfo.InvariantCulture, $"The answer has more bytes than {maximumBytes} (setting Limits:{nameof(EngineLimits.MaximumAnswerBytes)}); ask for smaller pages or fewer rows."));

    public static RequestException PageBothEnds() =>
        new("PAGE_ARGUMENTS", "'first' and 'last' cannot be given together; page forward with first and after, or backward with last and before.");

    public static RequestException Cursor(string argument) =>
        new("INVALID_CURSOR", $"'{argument}' is not a cursor of this list with this filter and order, and for a page by its number this page size; take one from the same query.");

    public static RequestException ExportPage() =>
        new("PAGE_ARGUMENTS", "A file is written forward: give 'first' for the most rows in all and 'after' for where to begin, without 'last' and 'before'.");

    public static RequestException ExportRows(long given) =>
        new("PAGE_SIZE", string.Create(CultureInfo.InvariantCulture, $"'first' is {given}; it must be 0 or more: the most rows of the file."));

    public static RequestException ExportRootFields(IEnumerable<string> fields) =>
        new("EXPORT_ONE_LIST", $"A file holds one list, so the operation must select one root field; it selects {Listed(fields)}. Put each into an operation of its own.");

    public static RequestException ExportLists(string root, IEnumerable<string> lists) =>
        new("EXPORT_ONE_LIST", $"A file holds one list; below '{root}' the operation selects {Listed(lists)}. Select the one list, such as {{ nodes {{ … }} }} of a connection, and leave out the others.");

    public static RequestException ExportNoColumns() =>
        new("EXPORT_ONE_LIST", "Nothing is selected of the list's rows, so the file would have no columns.");

    public static RequestException ExportNestedList(string field) =>
        new("EXPORT_NESTED_LIST", $"'{field}' is a list inside each row, which a CSV row has no place for. Leave it out, ask for it as a list of its own, or ask for JSON lines (application/jsonl).");

    public static RequestException ExportNothing(string root) =>
        new("EXPORT_NOTHING", $"'{root}' or an object on the way to the list is null: there is no such record, so there is no list to write.");

    public static RequestException ExportTime(int maximumSeconds) =>
        new("EXPORT_TIME", string.Create(CultureInfo.InvariantCulture, $"The file took longer than {maximumSeconds} seconds (setting Limits:{nameof(EngineLimits.MaximumExportSeconds)}); ask for fewer rows, or read it faster."));

    public static RequestException ValidationTime(int maximumMilliseconds) =>
        new("VALIDATION_TIME", string.Create(CultureInfo.InvariantCulture, $"The document took longer than {maximumMilliseconds} milliseconds to validate (setting Limits:{nameof(EngineLimits.MaximumValidationMilliseconds)}); ask for less in one document."));

    public static RequestException ExecutionTime(int maximumSeconds) =>
        new("EXECUTION_TIME", string.Create(CultureInfo.InvariantCulture, $"The operation took longer than {maximumSeconds} seconds (setting Limits:{nameof(EngineLimits.MaximumExecutionSeconds)}) and was stopped; ask for less, or filter by fewer conditions."));

    public static RequestException TooManyRequests() =>
        new("TOO_MANY_REQUESTS", "There are more operations than this client may ask for in a second; ask again later.");

    public static RequestException UnknownVariable(string name, IEnumerable<string> known) =>
        new("INVALID_VALUE", $"The operation has no variable '{name}'; it has {Listed(known)}.");

    public static RequestException Forbidden(string what) =>
        new("FORBIDDEN", $"'{what}' may not be read.");

    public static RequestException SumTooLarge() =>
        new("SUM_TOO_LARGE", "A sum is larger than the database can hold; add up fewer rows.");

    public static RequestException SubscriptionWithoutStream() =>
        new("SUBSCRIPTION_NEEDS_STREAM", "A subscription is answered over a WebSocket (graphql-transport-ws) or as an event stream (Accept: text/event-stream).");

    public static RequestException SubscriptionFields(IEnumerable<string> fields) =>
        new("SUBSCRIPTION_ONE_FIELD", $"A subscription selects exactly one root field; this one selects {Listed(fields)}.");

    public static RequestException SubscriberTooSlow(int mostWaiting) =>
        new("SUBSCRIBER_TOO_SLOW", string.Create(CultureInfo.InvariantCulture, $"More events were waiting for this subscription than {mostWaiting} (setting Streams:{nameof(StreamLimits.MaximumWaitingEvents)}), so it ended; ask what is held now and subscribe again."));

    public static RequestException TooManyOperations(int maximum) =>
        new("TOO_MANY_OPERATIONS", string.Create(CultureInfo.InvariantCulture, $"More operations at once than {maximum} on one connection (setting Streams:{nameof(StreamLimits.MaximumOperationsPerConnection)}); complete some first."));

    public static RequestException SortKey() =>
        new("SORT_KEY", "Each entry of 'order' must name exactly one member.");

    private static string Listed(IEnumerable<string> names)
    {
        var list = string.Join(", ", names.Select(name => $"'{name}'"));
        return list.Length == 0 ? "none" : list;
    }
}
