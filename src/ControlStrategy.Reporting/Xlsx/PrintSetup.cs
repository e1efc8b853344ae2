using ClosedXML.Excel;
using ControlStrategy.Reporting.Layout;

namespace ControlStrategy.Reporting.Xlsx;

/// <summary>How the sheets look on paper: A4 landscape, one page wide, pages numbered.</summary>
internal static class PrintSetup
{
    public const double SideMarginInches = 0.4;
    private const double TopMarginInches = 0.6;
    private const double BottomMarginInches = 0.7;
    private const double FooterMarginInches = 0.35;

    // The whole footer of a sheet has at most 255 characters.
    private const int LongestFooterText = 90;

    public static void Apply(IXLWorksheet sheet, string title, string status)
    {
        var page = sheet.PageSetup;
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = XLPageOrientation.Landscape;
        page.FitToPages(1, 0);
        page.Margins.SetLeft(SideMarginInches).SetRight(SideMarginInches)
            .SetTop(TopMarginInches).SetBottom(BottomMarginInches).SetHeader(FooterMarginInches).SetFooter(FooterMarginInches);
        page.Footer.Left.AddText(FooterText(title));
        page.Footer.Center.AddText(FooterText(status));
        page.Footer.Right.AddText("Page ");
        page.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
        page.Footer.Right.AddText(" of ");
        page.Footer.Right.AddText(XLHFPredefinedText.NumberOfPages);
    }

    // An ampersand begins a code in a footer; doubled it is itself.
    private static string FooterText(string text)
    {
        var shortened = text.Length <= LongestFooterText ? text : TextCell.Beginning(text, LongestFooterText - 1) + "…";
        return shortened.Replace("&", "&&", StringComparison.Ordinal);
    }
}
