using System.Globalization;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Measures;

namespace ControlStrategy.Data.Content.Demonstration;

/// <summary>Made-up commentary: approved for the year 2025/26, drafted for the half year after it.</summary>
internal sealed class DemonstrationCommentary(CommentaryWords words, DemonstrationFigures figures)
{
    private static readonly DateOnly LastYear = new(2025, 4, 1);
    private static readonly DateTimeOffset ApprovedTextWrittenAt = new(2026, 5, 15, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset DraftWrittenAt = new(2026, 10, 20, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The text on a measure in an area for the whole year; approved.</summary>
    public Commentary ForYear(Measure measure, Area area)
    {
        var commentary = Written(measure, area, LastYear, monthCount: 12, ApprovedTextWrittenAt);
        commentary.Approve();
        return commentary;
    }

    /// <summary>The text on a measure in an area for the half year that follows; a draft.</summary>
    public Commentary ForHalfYear(Measure measure, Area area) =>
        Written(measure, area, LastYear.AddYears(1), monthCount: 6, DraftWrittenAt);

    private Commentary Written(Measure measure, Area area, DateOnly first, int monthCount, DateTimeOffset at) => new()
    {
        Measure = measure,
        Area = area,
        PeriodStart = first,
        PeriodEnd = first.AddMonths(monthCount).AddDays(-1),
        Text = TextOn(measure, area, first, monthCount),
        Author = words.Author,
        WrittenAt = at,
        Demonstration = true,
    };

    private string TextOn(Measure measure, Area area, DateOnly first, int monthCount)
    {
        var now = figures.Sum(measure, area, first, monthCount).Value;
        var before = figures.Sum(measure, area, first.AddYears(-1), monthCount).Value;
        var improved = measure.Polarity is Polarity.HigherIsBetter ? now >= before : now <= before;
        var draw = new Draw($"commentary on {measure.Code} in {area.Code} from {first:O}");
        var figure = string.Create(
            CultureInfo.InvariantCulture,
            $"{Shown(now, measure)} in the period, {Shown(before, measure)} in the same months a year before.");
        return $"Demonstration: {figure} {draw.OneOf(improved ? words.Improved : words.Worsened)}";
    }

    private static string Shown(decimal value, Measure measure) =>
        string.Create(CultureInfo.InvariantCulture, $"{value.ToString($"N{measure.Decimals}", CultureInfo.InvariantCulture)} {measure.Unit}");
}
