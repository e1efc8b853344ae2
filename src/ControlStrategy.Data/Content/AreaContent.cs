using ControlStrategy.Domain.Areas;

namespace ControlStrategy.Data.Content;

/// <summary>The areas from the nation down to the councils.</summary>
internal static class AreaContent
{
    /// <summary>Every area by its code, each after the one it is part of.</summary>
    public static Dictionary<string, Area> Read()
    {
        var file = ContentFile.Read<NationItem>("areas.json");
        var nation = new Area { Code = file.Code, Name = file.Name, Level = AreaLevel.Nation };
        return file.Commands.SelectMany(item => CommandOf(item, nation)).Prepend(nation).ToDictionary(area => area.Code);
    }

    private static IEnumerable<Area> CommandOf(CommandItem item, Area nation)
    {
        var command = new Area { Code = item.Code, Name = item.Name, Level = AreaLevel.CommandArea, Parent = nation };
        return item.Divisions.SelectMany(division => DivisionOf(division, command)).Prepend(command);
    }

    private static IEnumerable<Area> DivisionOf(DivisionItem item, Area command)
    {
        var division = new Area
        {
            Code = item.Code,
            Name = item.Name,
            Level = AreaLevel.PoliceDivision,
            Letter = item.Letter,
            Parent = command,
        };
        return item.Councils.Select(council => CouncilOf(council, division)).Prepend(division);
    }

    private static Area CouncilOf(CouncilItem item, Area division)
    {
        var council = new Area { Code = item.Code, Name = item.Name, Level = AreaLevel.CouncilArea, Parent = division };
        council.SupersededCodes.AddRange(item.Supersedes.Select(code => new SupersededAreaCode { Area = council, Code = code }));
        return council;
    }
}

/// <summary>The shape of <c>areas.json</c>.</summary>
internal sealed record NationItem(string Code, string Name, CommandItem[] Commands);

internal sealed record CommandItem(string Code, string Name, DivisionItem[] Divisions);

internal sealed record DivisionItem(string Code, string Letter, string Name, CouncilItem[] Councils);

internal sealed record CouncilItem(string Code, string Name)
{
    public string[] Supersedes { get; init; } = [];
}
