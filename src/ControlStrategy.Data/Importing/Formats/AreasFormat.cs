using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Data.Importing.Writing;
using ControlStrategy.Domain.Areas;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>An area as a file states it.</summary>
internal sealed record AreaRow(long Line, string Code, string Name, AreaLevel Level)
{
    /// <summary>The code of its parent; empty for the nation.</summary>
    public required string Parent { get; init; }

    /// <summary>The column that names the parent.</summary>
    public required string ParentColumn { get; init; }

    /// <summary>The name the file gives the parent; empty where it gives none.</summary>
    public string ParentName { get; init; } = "";

    /// <summary>The division's letter; meaningless where <see cref="StatesLetter"/> is not set.</summary>
    public string? Letter { get; init; }

    public bool StatesLetter { get; init; }

    /// <summary>Its former codes; null where the file does not state them.</summary>
    public IReadOnlyList<string>? SupersededCodes { get; init; }
}

/// <summary>Our own tidy format for areas. A parent may stand after its parts.</summary>
internal sealed class AreasFormat(RecordFile file) : IImportFormat
{
    public static readonly IReadOnlyList<ImportColumn> Columns =
    [
        ImportColumn.Required("code", "GSS code", "names the area", "S13002516", "S13002517"),
        ImportColumn.Required("name", "text", "the area's name", "South Kintyre", "Kintyre and the Islands"),
        ImportColumn.Required(
            "level", "`NATION`, `COMMAND_AREA`, `POLICE_DIVISION`, `COUNCIL_AREA` or `WARD`",
            "its level, which an area keeps",
            "WARD", "WARD"),
        ImportColumn.Required(
            "parent", "code of an area held or in the file; empty for the nation",
            "the area of a higher level it is part of",
            "S12000035", "S12000035"),
        ImportColumn.Optional("letter", "text", "letter of a police division; empty for other areas"),
        ImportColumn.Optional("superseded_codes", "codes separated by `;`", "all codes it had before", "S13002200;S13002201"),
    ];

    private readonly HeaderColumns _columns = TidyColumns.Find(file, Columns);

    public async Task<IRowImport> BeginAsync(Destination destination, CancellationToken cancellation) =>
        new AreaImport(destination, await HeldAreas.LoadAsync(destination.Context, cancellation), row => new TidyRow(row, _columns), Read);

    private static AreaRow Read(TidyRow row) => new(row.Line, row.Text("code"), row.Text("name"), row.Choice<AreaLevel>("level"))
    {
        Parent = row.TextOrNone("parent") ?? "",
        ParentColumn = "parent",
        StatesLetter = row.Has("letter"),
        Letter = row.TextOrNone("letter"),
        SupersededCodes = row.Has("superseded_codes") ? row.List("superseded_codes") : null,
    };
}

/// <summary>The published look-up from multi-member wards to council areas.</summary>
internal sealed class WardsFormat : IImportFormat
{
    private readonly HeaderColumns _columns;

    /// <summary>Finds the columns.</summary>
    /// <exception cref="ImportHeaderException">A required column is missing, or one is not known.</exception>
    public WardsFormat(RecordFile file)
    {
        _columns = new HeaderColumns(file, ["ward_code", "ward_name", "council_area_code"], ["council_area_name"]);
        _columns.RefuseOthers(file.Path);
    }

    public bool IsOurOwn => false;

    public static bool Fits(RecordFile file) => TidyColumns.Has(file, "ward_code");

    public async Task<IRowImport> BeginAsync(Destination destination, CancellationToken cancellation) =>
        new AreaImport(destination, await HeldAreas.LoadAsync(destination.Context, cancellation), row => new TidyRow(row, _columns), Read);

    private static AreaRow Read(TidyRow row) => new(row.Line, row.Text("ward_code"), row.Text("ward_name"), AreaLevel.Ward)
    {
        Parent = row.Text("council_area_code"),
        ParentColumn = "council_area_code",
        ParentName = row.TextOrNone("council_area_name") ?? "",
    };
}
