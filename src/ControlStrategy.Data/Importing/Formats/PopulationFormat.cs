using System.Globalization;
using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Data.Importing.Writing;
using ControlStrategy.Domain.Areas;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>Mid-year population estimates, one area and year a row.</summary>
internal sealed class PopulationFormat : IImportFormat
{
    public static readonly IReadOnlyList<ImportColumn> Columns =
    [
        ImportColumn.Required("area_code", "GSS code, now or former", "where", "S12000033", "S12000036"),
        ImportColumn.Optional("area_name", "text", "not read", "Aberdeen City", "City of Edinburgh"),
        ImportColumn.Required("mid_year", "year from 1900 to 2100", "the count is for 30 June", "2018", "2018"),
        ImportColumn.Required("population_all_ages", "whole number", "people of all ages", "227560", "518500"),
        ImportColumn.Optional("population_16_and_over", "whole number, or empty", "people aged 16 and over", "192727"),
    ];

    private static readonly StoredColumns Stored = new(
        [nameof(AreaPopulation.AreaId), nameof(AreaPopulation.MidYear)],
        [nameof(AreaPopulation.AllAges), nameof(AreaPopulation.Aged16AndOver)]);

    private readonly int _area;
    private readonly int _midYear;
    private readonly int _allAges;
    private readonly int? _aged16AndOver;

    /// <summary>Finds the columns.</summary>
    /// <exception cref="ImportHeaderException">A required column is missing, or one is not known.</exception>
    public PopulationFormat(RecordFile file)
    {
        var columns = TidyColumns.Find(file, Columns);
        (_area, _midYear) = (columns["area_code"], columns["mid_year"]);
        (_allAges, _aged16AndOver) = (columns["population_all_ages"], columns.Find("population_16_and_over"));
    }

    public Task<IRowImport> BeginAsync(Destination destination, CancellationToken cancellation) => Task.FromResult<IRowImport>(
        new StagedImport(
            new FigureStore<AreaPopulation>(destination, Stored), "area and mid-year", row => Read(row, destination.Known)));

    private ReadRow Read(RecordFile row, Catalogue known) => Read(row, known, out var population) is { } refusal
        ? ReadRow.Refused(refusal)
        : ReadRow.Kept(population);

    private RowRefusal? Read(RecordFile row, Catalogue known, out object?[] population)
    {
        population = [];
        if (known.Areas.Find(row[_area]) is not { } areaId)
            return new RowRefusal(_area, KnownAreas.Unknown);
        if (row[_midYear].Length != 4 || ReadPeople(row[_midYear], out var midYear) is not null || midYear is < 1900 or > 2100)
            return new RowRefusal(_midYear, "is not a year from 1900 to 2100");
        if (ReadPeople(row[_allAges], out var allAges) is { } reason)
            return new RowRefusal(_allAges, reason);
        int? aged16AndOver = null;
        if (_aged16AndOver is { } column && !row[column].IsEmpty)
        {
            if (ReadPeople(row[column], out var adults) is { } adultReason)
                return new RowRefusal(column, adultReason);
            if (adults > allAges)
                return new RowRefusal(column, $"is more than the population of all ages, {allAges}");
            aged16AndOver = adults;
        }

        population = [areaId, midYear, allAges, aged16AndOver];
        return null;
    }

    private static string? ReadPeople(ReadOnlySpan<char> text, out int people)
    {
        people = 0;
        if (FieldNumber.Read(text, out var number) is { } reason)
            return reason;
        if (!decimal.IsInteger(number.Value))
            return FieldNumber.NotWhole;
        if (number.Value > int.MaxValue)
            return string.Create(CultureInfo.InvariantCulture, $"is too large: the largest population kept is {int.MaxValue:N0}");
        people = (int)number.Value;
        return null;
    }
}
