using ControlStrategy.Data.Delivery;
using ControlStrategy.Domain;

namespace ControlStrategy.Data.Checking;

/// <summary>Whether figures that are computed from activities are what the activities on record come to.</summary>
internal static class ActivityChecks
{
    /// <summary>Every month of every area that must have a figure.</summary>
    public static StoredCheck Figures { get; } = new("figures of activities", "figures", $"""
        SELECT o."Value" IS NOT c."Value" AS "Wrong",
            format('%s (%s), %s, %s to %s: %s, but the activities on record come to %s', a."Name", a."Code", m."Code",
                c."PeriodStart", c."PeriodEnd", coalesce(o."Value" * 1.0 / {Amount.UnitsInOne}, 'no figure'), c."Value" * 1.0 / {Amount.UnitsInOne}) AS "Finding"
        FROM ({ActivityCells.Query}) AS c
        JOIN "Measures" AS m ON m."Id" = c."MeasureId"
        JOIN "Areas" AS a ON a."Id" = c."AreaId"
        LEFT JOIN "Observations" AS o ON o."MeasureId" = c."MeasureId" AND o."AreaId" = c."AreaId" AND o."PeriodStart" = c."PeriodStart"
            AND o."PeriodEnd" = c."PeriodEnd" AND o."SupersededAt" IS NULL
        """);
}
