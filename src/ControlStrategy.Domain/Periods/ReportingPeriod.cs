using System.Globalization;

namespace ControlStrategy.Domain.Periods;

/// <summary>A period somebody asks about: a month, or a financial year, one of its quarters, or its beginning up to a month.</summary>
public sealed record ReportingPeriod
{
    /// <summary>What <see cref="TryParse"/> accepts, as one phrase.</summary>
    public const string AcceptedForms =
        "2021/22 (financial year), 2021/22 Q2 (financial quarter), 2021/22 YTD Sep (April to September) or 2021-09 (month), "
        + "years 1900 to 2100";

    private readonly Form _form;

    private ReportingPeriod(Form form, DateOnly firstDay, int monthCount)
    {
        _form = form;
        FirstDay = firstDay;
        MonthCount = monthCount;
    }

    private enum Form
    {
        Month,
        Quarter,
        YearToDate,
        Year,
        TwelveMonths,
        Span,
    }

    /// <summary>Its first day, the first of a month.</summary>
    public DateOnly FirstDay { get; private init; }

    /// <summary>The number of months it covers, 1 to 12.</summary>
    public int MonthCount { get; }

    /// <summary>Its last day, part of the period.</summary>
    public DateOnly LastDay => FirstDay.AddMonths(MonthCount).AddDays(-1);

    /// <summary>Its months, whatever they are called.</summary>
    public MonthSpan Months => new(FirstDay, MonthCount);

    /// <summary>
    /// The grain of an observation that covers exactly this period; null where no grain is that long, as April to September.
    /// </summary>
    public Grain? Grain => MonthCount switch
    {
        1 => Periods.Grain.Month,
        3 => Periods.Grain.Quarter,
        12 => Periods.Grain.Year,
        _ => null,
    };

    /// <summary>The financial year it lies in.</summary>
    public FinancialYear FinancialYear => FinancialYear.Containing(FirstDay);

    /// <summary>The period as it is written: <c>2021/22</c>, <c>2021/22 Q2</c>, <c>2021/22 YTD Sep</c> or <c>2021-09</c>.</summary>
    public string Label => _form switch
    {
        Form.Month => FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        Form.Quarter => string.Create(CultureInfo.InvariantCulture, $"{FinancialYear} Q{((FirstDay.Month + 8) % 12 / 3) + 1}"),
        Form.YearToDate => $"{FinancialYear} YTD {LastDay.ToString("MMM", CultureInfo.InvariantCulture)}",
        Form.Span => $"{FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture)} to {LastDay.ToString("yyyy-MM", CultureInfo.InvariantCulture)}",
        Form.TwelveMonths => $"12 months to {LastDay.ToString("yyyy-MM", CultureInfo.InvariantCulture)}",
        _ => FinancialYear.ToString(),
    };

    /// <summary>Whether it is a whole financial year.</summary>
    public bool IsFinancialYear => MonthCount == 12 && FirstDay == FinancialYear.FirstDay;

    /// <summary>The 12 months to the end of this period; this period itself where it is a financial year.</summary>
    public ReportingPeriod Rolling12 =>
        IsFinancialYear ? this : new ReportingPeriod(Form.TwelveMonths, FirstDay.AddMonths(MonthCount - 12), 12);

    /// <summary>A month, a financial quarter or a financial year.</summary>
    /// <param name="grain">Which of them.</param>
    /// <param name="firstDay">Its first day.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such period begins on that day.</exception>
    public static ReportingPeriod Starting(Grain grain, DateOnly firstDay)
    {
        var months = grain.MonthCount();
        if (firstDay.Day != 1 || (firstDay.Month + 8) % months != 0)
            throw new ArgumentOutOfRangeException(nameof(firstDay), firstDay, $"No {grain} begins then.");
        return new ReportingPeriod(grain switch { Periods.Grain.Month => Form.Month, Periods.Grain.Quarter => Form.Quarter, _ => Form.Year }, firstDay, months);
    }

    /// <summary>Any successive months.</summary>
    /// <param name="months">1 to 12 of them.</param>
    internal static ReportingPeriod Spanning(MonthSpan months) => new(Form.Span, months.FirstDay, months.MonthCount);

    /// <summary>The same months so many years earlier.</summary>
    /// <param name="years">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, or the period would begin before year 1.</exception>
    public ReportingPeriod YearsBack(int years)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(years);
        return this with { FirstDay = FirstDay.AddYears(-years) };
    }

    /// <summary>The period as it is written, which is its label.</summary>
    public override string ToString() => Label;

    /// <summary>Reads a requested period.</summary>
    /// <exception cref="PeriodFormatException">The text has none of <see cref="AcceptedForms"/>.</exception>
    public static ReportingPeriod Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text) ?? throw new PeriodFormatException(text, AcceptedForms);
    }

    /// <summary>Reads a requested period; null where the text has none of <see cref="AcceptedForms"/>.</summary>
    public static ReportingPeriod? TryParse(ReadOnlySpan<char> text)
    {
        if (PeriodScan.TryMonth(text, out var month))
            return new ReportingPeriod(Form.Month, month.FirstDay, 1);
        if (text.Length < 7 || !PeriodScan.TryShortFinancialYear(text[..7], out var year))
            return null;
        var rest = text[7..];
        if (rest.IsEmpty)
            return new ReportingPeriod(Form.Year, year.FirstDay, 12);
        if (rest[0] == ' ' && PeriodScan.TryQuarter(rest[1..], out var quarter))
            return new ReportingPeriod(Form.Quarter, year.FirstDay.AddMonths(3 * (quarter - 1)), 3);
        return rest.StartsWith(" YTD ", StringComparison.Ordinal) ? YearToDate(year, rest[5..]) : null;
    }

    private static ReportingPeriod? YearToDate(FinancialYear year, ReadOnlySpan<char> monthName)
    {
        for (var monthCount = 1; monthCount <= 12; monthCount++)
        {
            var lastMonth = year.FirstDay.AddMonths(monthCount - 1);
            if (monthName.SequenceEqual(lastMonth.ToString("MMM", CultureInfo.InvariantCulture)))
                return new ReportingPeriod(Form.YearToDate, year.FirstDay, monthCount);
        }

        return null;
    }
}
