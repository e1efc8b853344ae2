using ClosedXML.Excel;

namespace ControlStrategy.Reporting.Xlsx;

/// <summary>The one look of every workbook.</summary>
internal static class Theme
{
    public const string FontName = "Calibri";

    public static readonly FontFace CoverTitle = new(24, IsBold: true);
    public static readonly FontFace Title = new(16, IsBold: true);
    public static readonly FontFace Heading = new(13, IsBold: true);
    public static readonly FontFace Body = new(11, IsBold: false);
    public static readonly FontFace BodyBold = new(11, IsBold: true);

    public static readonly XLColor Navy = XLColor.FromArgb(0x1B, 0x36, 0x5D);
    public static readonly XLColor Ink = XLColor.FromArgb(0x21, 0x21, 0x21);
    public static readonly XLColor Muted = XLColor.FromArgb(0x59, 0x59, 0x59);
    public static readonly XLColor Rule = XLColor.FromArgb(0xC9, 0xD3, 0xE0);
    public static readonly XLColor Emphasis = XLColor.FromArgb(0xE6, 0xEC, 0xF4);
    public static readonly XLColor Link = XLColor.FromArgb(0x05, 0x4A, 0x91);

    /// <summary>No row of a worksheet can be taller.</summary>
    public const double TallestRowPoints = 409;

    /// <summary>Above and below the text of a table's row, together.</summary>
    public const double RowPaddingPoints = 5;

    // A4 landscape, 11.69 inches wide, less the margins of PrintSetup.
    public const double PageWidthPixels = (11.69 - (2 * PrintSetup.SideMarginInches)) * 96;

    // A character of the default font, Calibri 11, is 7 pixels wide, and a column has 5 pixels besides.
    private const double CharacterPixels = 7;
    private const double ColumnPaddingPixels = 5;

    /// <summary>Left and right of a cell's text, together: what programs leave at the edges, and before text an indent of one.</summary>
    public static double PaddingPixels(bool isNumber) => isNumber ? 14 : 20;

    public static void SetFont(this IXLStyle style, FontFace face, XLColor colour) =>
        style.Font.SetFontName(FontName).Font.SetFontSize(face.Points).Font.SetBold(face.IsBold).Font.SetFontColor(colour);

    public static void SetWidthPixels(this IXLColumn column, double pixels) =>
        column.Width = Math.Round((pixels - ColumnPaddingPixels) / CharacterPixels, 2);
}
