using System.Globalization;
using System.Text.Json.Nodes;
using GraphQLParser.AST;

namespace ControlStrategy.GraphQL.Tests.Oracle;

/// <summary>What a right server answers to a query, worked out naively from objects in memory.</summary>
internal sealed class LibraryOracle
{
    private readonly LibraryRows _rows;
    private readonly Cursors _cursors;
    private readonly Inputs _inputs;
    private readonly Selections _selections;
    private readonly HandWritten _handWritten;
    private readonly HashSet<string> _statements = [];

    private LibraryOracle(LibraryRows rows, Cursors cursors, GraphQLDocument document, Inputs inputs)
    {
        _rows = rows;
        _cursors = cursors;
        _inputs = inputs;
        _selections = new Selections(document, inputs);
        _handWritten = new HandWritten(rows);
    }

    /// <summary>The data of the answer, and how many statements may fetch it: one for each list selected, one for each count.</summary>
    public static (JsonObject Data, int Statements) Answer(LibraryRows rows, Cursors cursors, GraphQLDocument document, IReadOnlyDictionary<string, object?> variables)
    {
        var operation = document.Definitions.OfType<GraphQLOperationDefinition>().Single();
        var defaults = (operation.Variables?.Items ?? []).Where(variable => variable.DefaultValue is not null && !variables.ContainsKey(variable.Variable.Name.StringValue));
        var given = variables.Concat(defaults.Select(variable => KeyValuePair.Create(variable.Variable.Name.StringValue, Inputs.Constant(variable.DefaultValue!))));
        var oracle = new LibraryOracle(rows, cursors, document, new Inputs(given.ToDictionary()));
        var data = oracle.Object("Query", [operation.SelectionSet], "", oracle.Root);
        return (data, oracle._statements.Count);
    }

    private JsonObject Object(string type, IEnumerable<GraphQLSelectionSet?> sets, string path, Func<Selected, string, JsonNode?> answer)
    {
        var members = new JsonObject();
        foreach (var selected in _selections.Collect(sets))
            members.Add(selected.ResponseName, selected.Name == "__typename" ? type : answer(selected, path + "/" + selected.ResponseName));
        return members;
    }

    private JsonNode? Root(Selected selected, string path)
    {
        if (_rows.OfRoot(selected.Name) is { } rows) return Connection(selected, path, rows);
        var arguments = _inputs.ArgumentsOf(selected.Field);
        if (selected.Name != "author") return Record(_handWritten.Root(selected.Name, arguments), selected, path);
        _statements.Add(path);
        return Entity(_rows.Authors.SingleOrDefault(author => author.Code == (string)arguments["code"]!), selected, path);
    }

    private JsonNode? Entity(object? row, Selected selected, string path) => row is null ? null
        : Object(row.GetType().Name, selected.Sets, path, (member, inner) => Member(row, member, inner));

    private JsonNode? Member(object row, Selected member, string path)
    {
        if (HandWritten.IsComputed(member.Name))
            return Record(HandWritten.Computed(row, member.Name, _inputs.ArgumentsOf(member.Field)), member, path);
        var value = LibraryRows.Read(row, member.Name);
        if (value is List<object> entries)
            return LibraryRows.IsPaged(row, member.Name) ? Connection(member, path, entries) : PlainList(member, path, entries);
        return member.Field.SelectionSet is null ? Scalars.Answer(value) : Entity(value, member, path);
    }

    private JsonArray PlainList(Selected list, string path, IEnumerable<object> entries)
    {
        _statements.Add(path);
        return [.. Pages.Whole(entries, _inputs.ArgumentsOf(list.Field)).Select(entry => Entity(entry, list, path))];
    }

    private JsonObject Connection(Selected list, string path, IEnumerable<object> entries)
    {
        var page = Pages.Of(entries, _inputs.ArgumentsOf(list.Field), _cursors);
        var type = LibraryRows.ConnectionOf(list.Name);
        return Object(type + "Connection", list.Sets, path, (member, inner) =>
        {
            _statements.Add(member.Name == "totalCount" ? path + "#" : path);
            return member.Name switch
            {
                "totalCount" => page.TotalCount,
                "nodes" => new JsonArray([.. page.Rows.Select(row => Entity(row, member, inner))]),
                "edges" => new JsonArray([.. page.Rows.Select(row => Edge(type, list, member, inner, row))]),
                _ => Object("PageInfo", member.Sets, inner, (info, _) => PageInfo(list, page, info, path)),
            };
        });
    }

    private JsonObject Edge(string type, Selected list, Selected edges, string path, object row) => Object(type + "Edge", edges.Sets, path, (member, inner) =>
        member.Name == "cursor" ? _cursors.Expect(list.Field, new CursorPlace(row)) : Entity(row, member, inner));

    private JsonNode? PageInfo(Selected list, Page page, Selected info, string path) => info.Name switch
    {
        "forwardCursors" => Numbered(list, page, info, path, Math.Min(10, (page.TotalCount - page.RowsBefore - page.Rows.Count + page.Size - 1) / Math.Max(1, page.Size)), 1),
        "backwardCursors" => Numbered(list, page, info, path, Math.Min(10, PagesBefore(list, page)), -1),
        "hasNextPage" => page.HasNext,
        "hasPreviousPage" => page.HasPrevious,
        "startCursor" => page.Rows.Count == 0 ? null : _cursors.Expect(list.Field, new CursorPlace(page.Rows[0])),
        "endCursor" => page.Rows.Count == 0 ? null : _cursors.Expect(list.Field, new CursorPlace(page.Rows[^1])),
        _ => throw new NotSupportedException(info.Name),
    };

    private JsonArray Numbered(Selected list, Page page, Selected cursors, string path, int pages, int direction)
    {
        _statements.Add(path + "#");
        if (page.IsFromCursor) _statements.Add(path + "##");
        if (page.Rows.Count == 0) return [];
        var numbers = Enumerable.Range(1, pages).Select(away => (Page: PagesBefore(list, page) + 1 + (away * direction), Away: away)).OrderBy(near => near.Page);
        return [.. numbers.Select(near => Object("PageCursor", cursors.Sets, path, (member, _) =>
            member.Name == "page" ? near.Page : _cursors.Expect(list.Field, new CursorPlace(direction > 0 ? page.Rows[^1] : page.Rows[0], (near.Away - 1, page.Size)))))];
    }

    /// <summary>From the end the first page may be a short one.</summary>
    private int PagesBefore(Selected list, Page page)
    {
        var isBackward = _inputs.ArgumentsOf(list.Field).GetValueOrDefault("last") is not null;
        return (page.RowsBefore + (isBackward ? page.Size - 1 : 0)) / Math.Max(1, page.Size);
    }

    private JsonNode? Record(object? value, Selected selected, string path)
    {
        if (HandWritten.KeyOf(value) is { } key)
        {
            _statements.Add(path);
            return Entity(_rows.Find(key.Entity, key.Value), selected, path);
        }
        if (value is System.Collections.IEnumerable list and not string)
            return new JsonArray([.. list.Cast<object?>().Select(item => Record(item, selected, path))]);
        if (value is null || selected.Field.SelectionSet is null) return Scalars.Answer(value);
        return Object(value.GetType().Name, selected.Sets, path, (member, inner) =>
            Record(value.GetType().GetProperty(char.ToUpper(member.Name[0], CultureInfo.InvariantCulture) + member.Name[1..])!.GetValue(value), member, inner));
    }
}
