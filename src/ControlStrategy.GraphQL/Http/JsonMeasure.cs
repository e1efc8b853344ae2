using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ControlStrategy.GraphQL.Http;

/// <summary>Measures the JSON of a request before anything is made of it: a number takes the square of its digits, and an object a hundred times its bytes.</summary>
internal static class JsonMeasure
{
    private const int SmallBytes = 1_024;
    private const int MostNumberCharacters = 1_000;
    private const string Code = "VARIABLES_TOO_LARGE";

    /// <exception cref="HttpRefusal">There are too many objects, or a number is too long.</exception>
    /// <exception cref="JsonException">It is not JSON, or nests too deep.</exception>
    public static void Check(ReadOnlySpan<byte> json, EngineLimits limits)
    {
        if (json.Length <= SmallBytes) return;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = limits.MaximumParserDepth });
        var objects = 0;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartObject && ++objects > limits.MaximumBodyObjects)
                throw HttpRefusal.OverLimit(StatusCodes.Status400BadRequest, Code, "The request has more objects", limits.MaximumBodyObjects, nameof(EngineLimits.MaximumBodyObjects));
            if (reader.TokenType == JsonTokenType.Number && reader.ValueSpan.Length > MostNumberCharacters)
                throw new HttpRefusal(StatusCodes.Status400BadRequest, Code, string.Create(CultureInfo.InvariantCulture, $"The request has a number of more than {MostNumberCharacters} characters."));
        }
    }
}
