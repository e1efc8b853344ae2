using System.Globalization;
using ControlStrategy.Domain;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Revisions;

namespace ControlStrategy.Data.Revisions;

/// <summary>The statement that finds changed figures of one kind: rows that are known at the later moment only, each beside what was known earlier.</summary>
/// <param name="table">How they are stored.</param>
/// <param name="scope">Which of them.</param>
internal sealed class RevisionText(FigureTable table, RevisionScope scope)
{
    /// <summary>What a list is ordered by, which names one figure. A number among it would mean a column's place.</summary>
    public string Order => Join(", ", Places, place => place.Column);

    /// <summary>That a row follows a place in this order.</summary>
    public string IsFurther => $"({Order}) > ({Join(", ", Places, place => place.Parameter)})";

    public string Columns => $"""
        {table.Subject ?? "0"} AS "Subject", later."AreaId", {table.First} AS "PeriodStart", {table.Last} AS "PeriodEnd", {(table.HasWave ? "later.\"WaveId\"" : "0")} AS "WaveId", {Kind} AS "Kind",
        {table.Grain} AS "Grain", {table.MeasureKind} AS "MeasureKind", {table.Label} AS "Label", later."ImportId",
        {State("earlier", "Earlier")}, {State("later", "Later")}
        """;

    /// <summary>What was known earlier and is not known any more, as a named part before the statement; of a key there is at most one row.</summary>
    // Where no index leads from a key to its history, the database makes one of these rows, once; it would else look at all rows of an area for each.
    public string Earlier => $"""
        "Earlier{table.Name}" AS {(table.HasHistoryIndex ? "NOT MATERIALIZED" : "MATERIALIZED")} (
            SELECT * FROM "{table.Name}" WHERE "RecordedAt" <= @asAt AND "SupersededAt" > @asAt)
        """;

    public string Rows => $"""
        FROM "{table.Name}" AS later
        LEFT JOIN "Earlier{table.Name}" AS earlier ON {Join(" AND ", table.Key, name => $"earlier.\"{name}\" = later.\"{name}\"")}
        WHERE later."RecordedAt" > @asAt AND later."RecordedAt" <= @until AND (later."SupersededAt" IS NULL OR later."SupersededAt" > @until)
            {Scope} AND {Kind} IN ({Numbers(scope.Kinds?.Cast<int>() ?? Enum.GetValues<ChangeKind>().Cast<int>())})
        """;

    /// <summary>Which change it is; null where it is none.</summary>
    public string Kind => $"""
        CASE WHEN earlier."Id" IS NULL THEN {(int)ChangeKind.New}
            WHEN {Join(" OR ", table.Compared, name => $"earlier.\"{name}\" IS DISTINCT FROM later.\"{name}\"")} THEN {(int)ChangeKind.Revised}
            {(table.HasStatus ? Status : "")} END
        """;

    private static string Status => $"""
        WHEN earlier."Status" = later."Status" THEN NULL
        WHEN later."Status" = {(int)ObservationStatus.Final} THEN {(int)ChangeKind.Finalised} ELSE {(int)ChangeKind.Reopened}
        """;

    private IEnumerable<(string Column, string Parameter)> Places =>
    [
        .. table.Subject is { } subject ? [(subject, "@subject")] : Array.Empty<(string, string)>(),
        ("later.\"AreaId\"", "@area"), (table.First, "@first"), (table.Last, "@last"),
        .. table.HasWave ? [("later.\"WaveId\"", "@wave")] : Array.Empty<(string, string)>(),
    ];

    private string Scope => string.Concat(
        scope.MeasureIds is { } measures ? $" AND later.\"MeasureId\" IN ({Numbers(measures)})" : "",
        scope.AreaIds is { } areas ? $" AND later.\"AreaId\" IN ({Numbers(areas)})" : "",
        scope.From is null ? "" : $" AND {table.First} >= @from",
        scope.To is null ? "" : $" AND {table.Last} <= @to");

    private string State(string row, string prefix)
    {
        var value = table.IsWhole ? $"{row}.\"{table.Value}\" * {Amount.UnitsInOne}" : $"{row}.\"{table.Value}\"";
        return $"""
            {value} AS "{prefix}Value", {Column("Numerator")}, {Column("Denominator")}, {(table.HasStatus ? $"{row}.\"Status\"" : "NULL")} AS "{prefix}Status",
            {Column("Tolerance")}, {Column("Aged16AndOver")}, {Column("UnweightedBase")}, {Column("Shorthand")},
            {(table.HasSource ? $"{row}.\"Source\"" : "NULL")} AS "{prefix}Source", {row}."RecordedAt" AS "{prefix}RecordedAt"
            """;

        string Column(string name) => $"{(table.Compared.Contains(name) ? $"{row}.\"{name}\"" : "NULL")} AS \"{prefix}{name}\"";
    }

    private static string Numbers(IEnumerable<int> numbers) => Join(", ", numbers, number => number.ToString(CultureInfo.InvariantCulture));

    private static string Join<T>(string separator, IEnumerable<T> parts, Func<T, string> text) => string.Join(separator, parts.Select(text));
}
