using System.Globalization;
using System.Text.RegularExpressions;
using ControlStrategy.GraphQL.Json;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace ControlStrategy.GraphQL.Schema;

/// <summary>A moment, given with its offset and answered in UTC.</summary>
internal sealed partial class UtcDateTimeGraphType : ScalarGraphType
{
    public const string TypeName = "DateTime";

    public UtcDateTimeGraphType()
    {
        Name = TypeName;
        Description = "A moment in ISO 8601 with its offset, answered in UTC: `2026-11-01T00:00:00.000Z`.";
        this.ApplyDirective(SpecifiedBy.Name, SpecifiedBy.Argument, "https://scalars.graphql.org/andimarek/date-time.html");
    }

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue text => Parse((string)text.Value),
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        DateTimeOffset moment => moment.ToUniversalTime(),
        DateTime moment => new DateTimeOffset(moment.ToUniversalTime()),
        string text => Parse(text),
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) => value switch
    {
        null => null,
        DateTimeOffset moment => moment.UtcDateTime.ToString(ValueWriter.MomentFormat, CultureInfo.InvariantCulture),
        _ => ThrowSerializationError(value),
    };

    private static DateTimeOffset Parse(string text) =>
        Rfc3339().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment
            : throw new FormatException($"'{text}' is not a moment with its offset; write it like 2026-11-01T00:00:00Z or 2026-11-01T01:00:00+01:00.");

    [GeneratedRegex(@"\A\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,7})?(Z|[+-]\d{2}:\d{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rfc3339();
}
