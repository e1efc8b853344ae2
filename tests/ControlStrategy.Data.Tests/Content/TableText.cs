using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Tests.Content;

/// <summary>Every row of every table of a database as text, for comparison.</summary>
internal static class TableText
{
    public static string Of(StrategyContext context)
    {
        context.Database.OpenConnection();
        var text = new StringBuilder();
        foreach (var table in context.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Order(StringComparer.Ordinal))
            Append(context, table, text);
        return text.ToString();
    }

    private static void Append(StrategyContext context, string table, StringBuilder text)
    {
        using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY 1, 2";
        using var reader = command.ExecuteReader();
        text.AppendLine(table);
        var values = new object[reader.FieldCount];
        while (reader.Read())
        {
            reader.GetValues(values);
            text.AppendJoin('|', values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))).AppendLine();
        }
    }
}
