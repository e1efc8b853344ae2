using System.Globalization;

namespace ControlStrategy.Domain.Periods;

/// <summary>How periods are written in files.</summary>
public static class PeriodNotation
{
    /// <summary>What <see cref="TryParse"/> accepts, as one phrase.</summary>
    public const string AcceptedForms =
        "2021-04 (month), 2021/22 Q1 (financial quarter, April to June), 2021/22 or 2021/2022 (financial year), years 1900 to 2100";

    /// <summary>What <see cref="TryParseDateCode"/> accepts, as one phrase.</summary>
    public const string AcceptedDateCodes =
        "2021/2022 (financial year), 2021-Q2 (calendar quarter, April to June), 2021-04 (month) or 2021 (calendar year), "
        + "years 1900 to 2100";

    /// <summary>Reads a period of our own tidy files.</summary>
    /// <exception cref="PeriodFormatException">The text has none of <see cref="AcceptedForms"/>.</exception>
    public static Period Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var period) ? period : throw new PeriodFormatException(text, AcceptedForms);
    }

    /// <summary>Reads a DateCode of a statistics.gov.scot cube.</summary>
    /// <exception cref="PeriodFormatException">The text has none of <see cref="AcceptedDateCodes"/>.</exception>
    public static Period ParseDateCode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParseDateCode(text, out var period) ? period : throw new PeriodFormatException(text, AcceptedDateCodes);
    }

    /// <summary>Writes a period: <c>2021-04</c>, <c>2021/22 Q1</c>, <c>2021/22</c>, and <c>2021</c> for a calendar year.</summary>
    public static string Write(Period period)
    {
        var year = FinancialYear.Containing(period.FirstDay);
        return period.Grain switch
        {
            Grain.Month => period.FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            Grain.Quarter => FormattableString.Invariant($"{year} Q{((period.FirstDay.Month + 8) % 12 / 3) + 1}"),
            _ when period.FirstDay == year.FirstDay => year.ToString(),
            _ => period.FirstDay.ToString("yyyy", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Reads a period of our own tidy files; false where the text has none of <see cref="AcceptedForms"/>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Period period)
    {
        if (PeriodScan.TryMonth(text, out period))
            return true;
        if (PeriodScan.TryShortFinancialYear(text, out var year) || PeriodScan.TryLongFinancialYear(text, out year))
        {
            period = Period.Year(year);
            return true;
        }

        var isQuarter = text.Length == 10 && text[7] == ' ' && PeriodScan.TryShortFinancialYear(text[..7], out year)
            && PeriodScan.TryQuarter(text[8..], out _);
        period = isQuarter ? Period.FinancialQuarter(year, text[9] - '0') : default;
        return isQuarter;
    }

    /// <summary>Reads a DateCode of a statistics.gov.scot cube; false where the text has none of <see cref="AcceptedDateCodes"/>.</summary>
    public static bool TryParseDateCode(ReadOnlySpan<char> text, out Period period)
    {
        if (PeriodScan.TryMonth(text, out period))
            return true;
        if (PeriodScan.TryLongFinancialYear(text, out var financialYear))
        {
            period = Period.Year(financialYear);
            return true;
        }

        if (text.Length == 7 && text[4] == '-' && PeriodScan.TryYear(text[..4], out var year)
            && PeriodScan.TryQuarter(text[5..], out var quarter))
        {
            period = Period.CalendarQuarter(year, quarter);
            return true;
        }

        var isYear = PeriodScan.TryYear(text, out year);
        period = isYear ? Period.CalendarYear(year) : default;
        return isYear;
    }
}
