using System.Security.Cryptography;
using System.Text.Json;
using ControlStrategy.Reporting.Definitions;
using ControlStrategy.Reporting.Layout;

namespace ControlStrategy.Reporting.Composing;

/// <summary>What one run knows: the parameters, and the answers by the operation's name.</summary>
internal sealed class ReportAnswers(ParameterValues parameters, OrderedDictionary<string, JsonElement> answers)
{
    private const string DataAsAtField = "dataAsAt";
    private const string SourcesField = "sources";
    private const string ProvisionalField = "provisional";

    /// <summary>The text with its placeholders filled. A value that is null is `[x]`: a text never has a hole.</summary>
    public string Fill(ReportText text) => text.Fill(path => path.Fields is [var parameter]
        ? parameters.TextOf(parameter)
        : Find(path)?.ToString() ?? Shorthand.NotAvailable.Mark);

    /// <summary>The value at a path whose first name is the operation's. Null where it is null.</summary>
    public JsonElement? Find(AnswerPath path) => path.Below().Find(answers[path.Fields[0]]);

    /// <summary>The rows of a sheet.</summary>
    public IEnumerable<JsonElement> Rows(AnswerPath source) => Find(source) switch
    {
        { ValueKind: JsonValueKind.Array } rows => rows.EnumerateArray(),
        null => [],
        _ => throw new ReportDefinitionException(source.Place, $"the answer has no list at '{source}'"),
    };

    /// <summary>The newest `dataAsAt` anywhere in the answers: no definition can forget one.</summary>
    public DateTimeOffset? DataAsAt() => answers.Values.SelectMany(TimesIn).Max(time => (DateTimeOffset?)time);

    /// <summary>Every source named in a `sources` anywhere in the answers, once, in ordinal order.</summary>
    public IReadOnlyList<string> Sources() =>
    [
        .. answers.Values.SelectMany(answer => Named(answer, SourcesField))
            .Where(sources => sources.ValueKind == JsonValueKind.Array)
            .SelectMany(sources => sources.EnumerateArray())
            .Select(source => source.ToString())
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether a `provisional` anywhere in the answers is true.</summary>
    public bool AnyProvisional() => answers.Values.SelectMany(answer => Named(answer, ProvisionalField)).Any(value => value.ValueKind == JsonValueKind.True);

    /// <summary>SHA-256 of the answers' data in compact JSON, in the operations' order, a line feed after each.</summary>
    public string Sha256()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var answer in answers.Values)
        {
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(answer));
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<DateTimeOffset> TimesIn(JsonElement answer) => Named(answer, DataAsAtField)
        .Where(value => value.ValueKind == JsonValueKind.String)
        .SelectMany(value => value.TryGetDateTimeOffset(out var time) ? [time] : Array.Empty<DateTimeOffset>());

    /// <summary>All values of that name, at whatever depth.</summary>
    private static IEnumerable<JsonElement> Named(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property.Name == name ? [property.Value] : Named(property.Value, name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Named(item, name)),
        _ => [],
    };
}
