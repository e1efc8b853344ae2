using System.Globalization;
using System.Text;
using ControlStrategy.Domain.Imports;

namespace ControlStrategy.Api.Tests.History;

/// <summary>A file of figures: some new, some as they were, some corrected, some with another status only.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Content">Its text.</param>
internal sealed record FigureFile(ImportKind Kind, string Content);

/// <summary>A series of files, always the same for a seed.</summary>
internal sealed class RevisedFigures(int seed)
{
    private static readonly string[] Areas = ["S12000033", "S12000036", "S12000049"];
    private readonly Random _random = new(seed);
    private int _files;

    /// <summary>The next files, of every kind of figure.</summary>
    public IReadOnlyList<FigureFile> Series(int rounds) => [.. Enumerable.Range(0, rounds).SelectMany(_ => Round())];

    private IEnumerable<FigureFile> Round() =>
    [
        File(ImportKind.Observations, "measure,area,period,value,status", Observations()),
        File(ImportKind.Targets, "measure,area,financial_year,value,tolerance", Rows(year => $"all-crimes,{Area()},{year}/{(year + 1) % 100:00},{Value()},5")),
        File(ImportKind.Population, "area_code,mid_year,population_all_ages,population_16_and_over", Rows(year => $"{Area()},{year},{1000 + Number()},{800 + Number()}")),
        File(ImportKind.Survey, "survey,question,wave,area,percentage,base", Rows(year => $"SCJS,QRATPOL,{year}/{(year + 1) % 100:00},{"DEJ"[_random.Next(3)]},{Value()},{100 + Number()}")),
    ];

    /// <summary>Every file is another one, even if its figures are not.</summary>
    private FigureFile File(ImportKind kind, string header, IEnumerable<string> rows) =>
        new(kind, new StringBuilder(header).Append('\n').AppendJoin('\n', rows).Append('\n', ++_files).ToString());

    private IEnumerable<string> Observations() => Rows(year => $"{Measure()},{Area()},{year}-{_random.Next(1, 5):00},{Value()},{(_random.Next(2) == 0 ? "final" : "provisional")}");

    /// <summary>Few keys and few values, so that figures meet again; each key once in a file.</summary>
    private IEnumerable<string> Rows(Func<int, string> row) => Enumerable.Range(0, 15).Select(_ => row(_random.Next(1951, 1954)))
        .DistinctBy(text => string.Join(',', text.Split(',').Take(text.StartsWith("SCJS", StringComparison.Ordinal) ? 4 : text.StartsWith('S') ? 2 : 3)))
        .ToList();

    private string Measure() => _random.Next(2) == 0 ? "all-crimes" : "crimes-group-3-shoplifting";

    private string Area() => Areas[_random.Next(Areas.Length)];

    private string Value() => Number().ToString(CultureInfo.InvariantCulture);

    private int Number() => _random.Next(1, 4);
}
