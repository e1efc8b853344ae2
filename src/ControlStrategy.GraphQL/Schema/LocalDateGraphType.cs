using System.Globalization;
using ControlStrategy.GraphQL.Json;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace ControlStrategy.GraphQL.Schema;

/// <summary>A day without time or time zone, <c>2021-04-01</c>.</summary>
internal sealed class LocalDateGraphType : ScalarGraphType
{
    public LocalDateGraphType()
    {
        Name = "LocalDate";
        Description = "A day without time or time zone, in ISO 8601: `2021-04-01`.";
        this.ApplyDirective(SpecifiedBy.Name, SpecifiedBy.Argument, "https://scalars.graphql.org/andimarek/local-date.html");
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
        DateOnly day => day,
        string text => Parse(text),
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString(ValueWriter.DayFormat, CultureInfo.InvariantCulture),
        _ => ThrowSerializationError(value),
    };

    private static DateOnly Parse(string text) =>
        DateOnly.TryParseExact(text, ValueWriter.DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new FormatException($"'{text}' is not a day; write it like 2021-04-01.");
}
