using System.Security.Cryptography;
using System.Text.Json;
using ControlStrategy.Reporting.Definitions;
using ControlStrategy.Reporting.Layout;

namespace ControlStrategy.Reporting.Composing;

/// <summary>What one run knows: the parameters, and the answers by the operation's name.</summary>
internal sealed class ReportAnswers(ParameterValues parameters, OrderedDictionary<string, JsonElement> answers)
{
    private const string DataAsAtField = "dataAsAt";

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

    private static IEnumerable<DateTimeOffset> TimesIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(TimesIn),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(TimesIn),
        _ => [],
    };

    private static IEnumerable<DateTimeOffset> TimesIn(JsonProperty property) =>
        property is { Name: DataAsAtField, Value.ValueKind: JsonValueKind.String } && property.Value.TryGetDateTimeOffset(out var time)
            ? [time]
            : TimesIn(property.Value);
}
