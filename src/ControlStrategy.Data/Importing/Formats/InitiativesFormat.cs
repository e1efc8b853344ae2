using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Data.Importing.Writing;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>Initiatives of the strategy in force, by code. A parent may stand after what is listed under it.</summary>
internal sealed class InitiativesFormat(RecordFile file) : IImportFormat
{
    public static readonly IReadOnlyList<ImportColumn> Columns =
    [
        ImportColumn.Required("code", "text", "names the initiative", "rural-watch", "rural-watch-leaflets"),
        ImportColumn.Required("name", "text", "its name", "Rural Watch", "Rural Watch leaflets"),
        ImportColumn.Required(
            "summary", "text",
            "what it does",
            "Farmers and officers watch over machinery and livestock.", "Tells farms how to mark their machinery."),
        ImportColumn.Required(
            "kind", "`TOOLKIT`, `FORUM`, `PROGRAMME`, `UNIT`, `CAMPAIGN`, `PARTNERSHIP`, `TRAINING`, `CHANNEL` or `SERVICE`",
            "what sort of thing it is",
            "PARTNERSHIP", "CAMPAIGN"),
        ImportColumn.Required("objective", "1 to 5", "the objective it is listed under", "1", "5"),
        ImportColumn.Optional(
            "parent", "code of an initiative held or in the file",
            "the initiative it is listed under",
            "", "rural-watch"),
        ImportColumn.Optional("lead_unit", "text", "the unit that leads it", "Safer Communities"),
        ImportColumn.Optional(
            "status", "`PLANNED`, `ACTIVE`, `PAUSED` or `COMPLETED`",
            "how far it has come; a completed one has no open milestone",
            "ACTIVE", "PLANNED"),
        ImportColumn.Optional("starts_on", "`2021-04-30`", "first day", "2026-04-01", "2027-01-04"),
        ImportColumn.Optional("ends_on", "`2021-04-30`", "last day, on or after the first", "", "2027-03-31"),
        ImportColumn.Optional("outcomes", "codes separated by `;`", "the outcomes it serves", "1;2", "1"),
        ImportColumn.Optional("priorities", "codes separated by `;`", "the priorities it serves", "serious-organised-crime-terrorism"),
        ImportColumn.Optional("partners", "names separated by `;`", "the organisations that take part, by the names held", "Major banks"),
        ImportColumn.Optional("areas", "GSS codes separated by `;`", "the areas it runs in", "S12000034;S12000017", "S12000034"),
    ];

    private readonly HeaderColumns _columns = TidyColumns.Find(file, Columns);

    public async Task<IRowImport> BeginAsync(Destination destination, CancellationToken cancellation) =>
        new InitiativeImport(destination, await HeldInitiatives.LoadAsync(destination, cancellation), row => new TidyRow(row, _columns));
}
