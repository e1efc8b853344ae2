using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace ControlStrategy.Reporting.Charts;

/// <summary>
/// The one look of every chart. Series differ in brightness as well as in hue (Okabe and Ito's colours, which the colour-blind tell apart),
/// in outline, and as lines in dash and marker, so that they can be told apart in grey.
/// </summary>
internal static class ChartLook
{
    public const string Ink = "212121";
    public const string Muted = "595959";
    public const string Rule = "C9D3E0";
    public const int TitleSize = 1300;
    public const int TextSize = 1000;

    private static readonly string[] Colours = ["1B365D", "E69F00", "009E73", "56B4E9", "CC79A7"];
    private static readonly PresetLineDashValues[] Dashes = [PresetLineDashValues.Solid, PresetLineDashValues.Dash, PresetLineDashValues.SystemDot, PresetLineDashValues.LargeDash, PresetLineDashValues.DashDot];
    private static readonly C.MarkerStyleValues[] Markers = [C.MarkerStyleValues.Circle, C.MarkerStyleValues.Square, C.MarkerStyleValues.Triangle, C.MarkerStyleValues.Diamond, C.MarkerStyleValues.X];

    public static C.ChartShapeProperties Filled(int series) => new(Fill(Colours[series]), new Outline(Fill(Ink)) { Width = 9_525 });

    public static C.ChartShapeProperties Drawn(int series) =>
        new(new Outline(Fill(Colours[series]), new PresetDash { Val = Dashes[series] }, new Round()) { Width = 28_575, CapType = LineCapValues.Round });

    public static C.Marker Marker(int series) => new(
        new C.Symbol { Val = Markers[series] },
        new C.Size { Val = 7 },
        new C.ChartShapeProperties(Fill(Colours[series]), new Outline(Fill(Ink)) { Width = 9_525 }));

    public static C.ChartShapeProperties Line(string colour) => new(new Outline(Fill(colour)) { Width = 9_525 });

    public static C.TextProperties Text(int size, string colour) => new(
        new BodyProperties(), new ListStyle(), new Paragraph(new ParagraphProperties(Run<DefaultRunProperties>(size, colour, false)), new EndParagraphRunProperties { Language = "en-GB" }));

    /// <summary>A title in one line.</summary>
    public static C.Title Title(string text, int size, bool isBold) => new(
        new C.ChartText(new C.RichText(
            new BodyProperties(),
            new ListStyle(),
            new Paragraph(new ParagraphProperties(Run<DefaultRunProperties>(size, Ink, isBold)), new Run(Run<RunProperties>(size, Ink, isBold), new Text(text))))),
        new C.Overlay { Val = false });

    private static T Run<T>(int size, string colour, bool isBold) where T : TextCharacterPropertiesType, new()
    {
        var run = new T { FontSize = size, Bold = isBold, Language = "en-GB" };
        run.Append(Fill(colour), new LatinFont { Typeface = Xlsx.Theme.FontName });
        return run;
    }

    private static SolidFill Fill(string colour) => new(new RgbColorModelHex { Val = new HexBinaryValue(colour) });
}
