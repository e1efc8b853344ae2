using System.Text;
using System.Text.Json;
using CsvHelper;

namespace ControlStrategy.GraphQL.Tests.Exporting;

/// <summary>Reads CSV by a strict reader that is not ours.</summary>
internal static class CsvRecords
{
    /// <summary>Each record's values by column name.</summary>
    public static List<Dictionary<string, string>> Read(string csv)
    {
        var strict = new CsvReaderOptions { Separator = ',', MalformedData = CsvMalformedDataHandling.Throw, FieldCountMismatch = CsvFieldCountHandling.Throw };
        using var reader = CsvReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(csv)), strict);
        string[] names = [.. reader.Headers];
        var records = new List<Dictionary<string, string>>();
        while (reader.Read())
            records.Add(names.Select((name, column) => (name, Value: reader.GetString(column))).ToDictionary(field => field.name, field => field.Value));
        return records;
    }

    /// <summary>A value of a JSON row, by the name of its column, as CSV should show it.</summary>
    public static string At(JsonElement row, string column)
    {
        var value = column.Split('.').Aggregate(row, (part, name) => part.ValueKind == JsonValueKind.Null ? part : part.GetProperty(name));
        return value.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.String => value.GetString()!,
            _ => value.GetRawText(),
        };
    }
}
