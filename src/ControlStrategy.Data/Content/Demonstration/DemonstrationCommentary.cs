using System.Globalization;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Measures;

namespace ControlStrategy.Data.Content.Demonstration;

/// <summary>Made-up commentary: approved for the year 2025/26, drafted for the half year after it.</summary>
/// <param name="words">What it is made of.</param>
/// <param name="figures">What it is about.</param>
internal sealed class DemonstrationCommentary(CommentaryWords words, DemonstrationFigures figures)
{
    private static readonly Span Year = new(new(2025, 4, 1), MonthCount: 12, new(2026, 5, 15, 9, 0, 0, TimeSpan.Zero));
    private static readonly Span HalfYear = new(new(2026, 4, 1), MonthCount: 6, new(2026, 10, 20, 9, 0, 0, TimeSpan.Zero));

    /// <summary>The approved text on a measure in an area, and the draft that follows it.</summary>
    public IEnumerable<Commentary> On(Measure measure, Area area)
    {
        var approved = Written(measure, area, Year);
        approved.Approve();
        return [approved, Written(measure, area, HalfYear)];
    }

    private Commentary Written(Measure measure, Area area, Span span) => new()
    {
        Measure = measure,
        Area = area,
        PeriodStart = span.First,
        PeriodEnd = span.First.AddMonths(span.MonthCount).AddDays(-1),
        Text = TextOn(measure, area, span),
        Author = words.Author,
        WrittenAt = span.WrittenAt,
        Demonstration = true,
    };

    private string TextOn(Measure measure, Area area, Span span)
    {
        var now = figures.Sum(measure, area, span.First, span.MonthCount).Value;
        var before = figures.Sum(measure, area, span.First.AddYears(-1), span.MonthCount).Value;
        var improved = measure.Polarity is Polarity.HigherIsBetter ? now >= before : now <= before;
        var draw = new Draw($"commentary on {measure.Code} in {area.Code} from {span.First:O}");
        var reason = draw.OneOf(improved ? words.Improved : words.Worsened);
        var change = $"{Shown(now, measure)} {measure.Unit} in the period, {Shown(before, measure)} in the same months a year before.";
        return $"Demonstration: {change} {reason}";
    }

    private static string Shown(decimal value, Measure measure) => value.ToString($"N{measure.Decimals}", CultureInfo.InvariantCulture);

    private sealed record Span(DateOnly First, int MonthCount, DateTimeOffset WrittenAt);
}
