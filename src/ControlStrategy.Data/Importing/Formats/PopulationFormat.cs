using System.Globalization;
using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Data.Importing.Writing;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>The people of one area in one mid-year, as a file states them.</summary>
internal readonly record struct PopulationRow(int AreaId, int MidYear, int AllAges, int? Aged16AndOver);

/// <summary>Mid-year population estimates, one area and year a row.</summary>
internal sealed class PopulationFormat : IImportFormat
{
    private readonly int _area;
    private readonly int _midYear;
    private readonly int _allAges;
    private readonly int? _aged16AndOver;

    /// <summary>Finds the columns.</summary>
    /// <exception cref="ImportHeaderException">A required column is missing, or one is not known.</exception>
    public PopulationFormat(RecordFile file)
    {
        var columns = new HeaderColumns(
            file, ["area_code", "mid_year", "population_all_ages"], ["area_name", "population_16_and_over"]);
        columns.RefuseOthers(file.Path);
        (_area, _midYear) = (columns["area_code"], columns["mid_year"]);
        (_allAges, _aged16AndOver) = (columns["population_all_ages"], columns.Find("population_16_and_over"));
    }

    public IRowImport Begin(Destination destination) => new PopulationImport(this, destination);

    public RowRefusal? Read(RecordFile row, Catalogue known, out PopulationRow population)
    {
        population = default;
        if (known.Areas.Find(row[_area]) is not { } areaId)
            return new RowRefusal(_area, ObservationImport.UnknownArea);
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

        population = new PopulationRow(areaId, midYear, allAges, aged16AndOver);
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

/// <summary>Takes rows that are populations.</summary>
internal sealed class PopulationImport(PopulationFormat format, Destination destination) : IRowImport
{
    private readonly PopulationStore _store = new(destination);

    public async Task<RowRefusal?> TakeAsync(RecordFile row, CancellationToken cancellation)
    {
        if (format.Read(row, destination.Known, out var population) is { } refusal)
            return refusal;
        return await _store.AddAsync(population, row.Line, cancellation) is { } firstLine
            ? RowRefusal.Repeated(firstLine, "area and mid-year")
            : null;
    }

    public Task<WrittenRows> WriteAsync(CancellationToken cancellation) => _store.WriteAsync(cancellation);

    public void Dispose() => _store.Dispose();
}
