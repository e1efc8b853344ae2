using ControlStrategy.Data.Importing.Formats;
using ControlStrategy.Data.Importing.Writing;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;

namespace ControlStrategy.Data.Delivery;

/// <summary>Keeps the observations of the activity measures what the activities on record come to. They are figures like all others:
/// one that changes becomes a new row and ends the old one.</summary>
internal static class ActivityFigures
{
    // A month that is not over may still fill up. What was final stays so.
    private static readonly string Changed = $"""
        SELECT c."MeasureId", c."AreaId", c."PeriodStart", c."PeriodEnd", {(int)Grain.Month}, c."Value", NULL, NULL, c."Status", m."Source",
            row_number() OVER (ORDER BY c."MeasureId", c."AreaId", c."PeriodStart")
        FROM (SELECT *, CASE WHEN "PeriodEnd" < date(@RecordedAt / 1000, 'unixepoch') THEN {(int)ObservationStatus.Final} ELSE {(int)ObservationStatus.Provisional} END AS "Status"
            FROM ({ActivityCells.Query})) AS c
        JOIN "Measures" AS m ON m."Id" = c."MeasureId"
        LEFT JOIN "Observations" AS held ON held."MeasureId" = c."MeasureId" AND held."AreaId" = c."AreaId" AND held."PeriodStart" = c."PeriodStart"
            AND held."PeriodEnd" = c."PeriodEnd" AND held."SupersededAt" IS NULL
        WHERE held."Id" IS NULL OR held."Value" <> c."Value" OR held."Status" < c."Status"
        """;

    /// <summary>Writes the figures that are new or differ; activities and areas must be written.</summary>
    /// <exception cref="ImportClockException">A figure to be corrected was recorded later than now.</exception>
    public static async Task KeepAsync(Destination destination, CancellationToken cancellation)
    {
        using var store = new FigureStore<Observation>(destination, ObservationRow.Columns);
        await store.AddAllAsync(Changed, [(nameof(Observation.RecordedAt), destination.RecordedAt)], cancellation);
        await store.WriteAsync(cancellation);
    }
}
