using System.Text.RegularExpressions;
using ControlStrategy.Testing;

namespace ControlStrategy.Data.Tests.Content;

/// <summary>The published strategy, read from the text file beside the project.</summary>
internal sealed partial class StrategyDocument
{
    private const string Document = "../seed/crime-prevention-strategy-2015.txt";
    private readonly string[] _lines;

    private StrategyDocument(string[] lines) => _lines = lines;

    /// <summary>The whole text in lower case, its white space and dashes made alike.</summary>
    public string Text => Alike(string.Join(' ', _lines));

    /// <summary>Reads the document; skips the calling test, saying why, where it is not there.</summary>
    public static StrategyDocument Read() => new(File.ReadAllLines(PublishedData.Find(Document)));

    /// <summary>Makes texts comparable: lower case, one space, one sort of dash and quotation mark.</summary>
    public static string Alike(string text) =>
        WhiteSpace().Replace(text, " ").Replace('–', '-').Replace('’', '\'').Trim().ToLowerInvariant();

    /// <summary>The items under "How we do this" of an objective. An item begins with its heading and a dash; a paragraph without one
    /// belongs to the item before. Where no paragraph has a heading, as in objective 2, each is an item.</summary>
    public IReadOnlyList<string> ItemsOf(int objective)
    {
        var paragraphs = SectionOf(objective).TakeWhile(line => !line.StartsWith("Some examples", StringComparison.Ordinal)).ToList();
        if (!paragraphs.Exists(IsHeaded))
            return [.. paragraphs.Select(Alike)];
        return [.. paragraphs.Where(IsHeaded).Select(Alike)];
    }

    /// <summary>The campaigns listed as examples under objective 5.</summary>
    public IReadOnlyList<string> Campaigns() =>
        [.. SectionOf(5).Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => Alike(line[2..].TrimEnd(';', '.')))];

    private static bool IsHeaded(string paragraph) => Heading().IsMatch(paragraph);

    private IEnumerable<string> SectionOf(int objective) =>
        _lines.SkipWhile(line => line != $"Objective {objective}")
            .SkipWhile(line => line != "How we do this:")
            .Skip(1)
            .TakeWhile(line => line != $"Objective {objective + 1}" && line != "Outcomes we will achieve")
            .Where(line => line.Length > 0);

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"^[^-–.][^–.]{2,70}? [-–] ")]
    private static partial Regex Heading();
}
