using ControlStrategy.GraphQL.Json;
using ControlStrategy.GraphQL.Paging;
using ControlStrategy.GraphQL.Planning;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>Cursors of the pages around one, by their numbers.</summary>
internal static class RelativeCursors
{
    private const int MostPages = 10;

    public static EnvelopeMember Of(byte[] name, bool isForward, Selection selection)
    {
        var members = selection.Fields.Select((field, i) => (Name: JsonNames.Member(field.ResponseName, isFirst: i == 0), field.FieldName, field.IsTypeName)).ToList();
        return new EnvelopeMember(name, (content, _, json) =>
        {
            json.Raw("["u8);
            var isFirst = true;
            foreach (var (page, away) in Pages(content, isForward))
            {
                json.Raw(isFirst ? "{"u8 : ",{"u8);
                isFirst = false;
                var row = isForward ? content.Rows.Last() : content.Rows.First();
                foreach (var member in members)
                {
                    json.Raw(member.Name);
                    if (member.IsTypeName) json.Raw("\"PageCursor\""u8);
                    else if (member.FieldName == "page") json.Number(page);
                    else json.Text(content.Answer.EncodeCursor!(row, new PageJump(away - 1, content.Answer.Page!.Rows)));
                }
                json.Raw("}"u8);
            }
            json.Raw("]"u8);
        });
    }

    /// <summary>Numbers of the pages there are, and how many pages away each is.</summary>
    private static IEnumerable<(long Page, int Away)> Pages(GroupContent content, bool isForward)
    {
        var (group, page) = (content.Group, content.Answer.Page!);
        if (group.Rows == 0) return [];
        var (total, beyond) = (content.Answer.TotalOf(content.ParentKey), content.Answer.BeyondOf(content.ParentKey));
        var skipped = (long)page.SkippedPages * page.Rows;
        var before = page.IsBackward ? beyond - skipped - group.Rows : total - beyond + skipped;
        // From the end the first page may be a short one.
        var number = (page.IsBackward ? Whole(before, page.Rows) : before / page.Rows) + 1;
        var pages = Math.Min(MostPages, isForward ? Whole(total - before - group.Rows, page.Rows) : number - 1);
        var away = Enumerable.Range(1, (int)Math.Max(0, pages));
        return isForward ? away.Select(pagesAway => (number + pagesAway, pagesAway)) : away.Reverse().Select(pagesAway => (number - pagesAway, pagesAway));
    }

    private static long Whole(long rows, int rowsOfPage) => (rows + rowsOfPage - 1) / rowsOfPage;
}
