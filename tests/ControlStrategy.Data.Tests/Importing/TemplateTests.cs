using ControlStrategy.Data.Importing;
using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Domain.Imports;
using Xunit;

namespace ControlStrategy.Data.Tests.Importing;

public sealed class TemplateTests
{
    public static TheoryData<ImportKind> Kinds => [.. Enum.GetValues<ImportKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_template_imports_where_the_demonstration_data_is(ImportKind kind)
    {
        await using var database = await ImportDatabase.CreateShippedAsync();

        var report = await database.ImportAsync(kind, ImportTemplate.Of(kind).Csv);

        Assert.Empty(database.Rejections);
        Assert.True(report is { IsImported: true, Read: 2 }, report.ToString());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_file_without_a_required_column_or_with_an_unknown_one_is_refused(ImportKind kind)
    {
        await using var database = await ImportDatabase.CreateShippedAsync();
        var template = ImportTemplate.Of(kind);
        var header = string.Join(',', template.Columns.Select(column => column.Name));
        foreach (var required in template.Columns.Where(column => column.IsRequired))
        {
            var without = string.Join(',', template.Columns.Where(column => column != required).Select(column => column.Name));
            await Assert.ThrowsAsync<ImportHeaderException>(() => database.ImportAsync(kind, without + "\n1\n"));
        }

        await Assert.ThrowsAsync<ImportHeaderException>(() => database.ImportAsync(kind, header + ",colour\n1\n"));
    }

    [Fact]
    public void The_table_says_of_every_column_whether_it_is_required_and_what_it_means()
    {
        var table = ImportTemplate.Of(ImportKind.Milestones).Table;

        Assert.Contains("| initiative | yes | code | the initiative it belongs to |\n", table, StringComparison.Ordinal);
        Assert.Contains("| completed_on | no | `2021-04-30`, or empty while open |", table, StringComparison.Ordinal);
    }
}
