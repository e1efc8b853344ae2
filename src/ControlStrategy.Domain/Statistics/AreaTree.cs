namespace ControlStrategy.Domain.Statistics;

/// <summary>One area in the tree that sums are made along.</summary>
/// <param name="AreaId">The area's key.</param>
/// <param name="ParentId">The key of the area it is part of; null, or an area outside the tree, makes it a root.</param>
public readonly record struct AreaNode(int AreaId, int? ParentId);

/// <summary>The asked areas with everything below them, so that an area without figures of its own can be summed from its parts.</summary>
public sealed class AreaTree
{
    private readonly AreaNode[] _nodes;
    private readonly ILookup<int, int> _children;

    /// <summary>Builds the tree. An area's children must all be given, or none: a sum over some of them would pass for the whole.</summary>
    /// <exception cref="ArgumentException">An area is given twice, or is below itself.</exception>
    public AreaTree(IEnumerable<AreaNode> areas)
    {
        AreaNode[] nodes = [.. areas];
        var parents = new Dictionary<int, int?>(nodes.Length);
        foreach (var node in nodes)
        {
            if (!parents.TryAdd(node.AreaId, node.ParentId))
                throw new ArgumentException($"Area {node.AreaId} is given twice.", nameof(areas));
        }

        foreach (var node in nodes)
            RefuseCycle(node.AreaId, parents);
        _nodes = nodes;
        BottomUp = Ordered(nodes, parents);
        _children = nodes.Where(node => node.ParentId is not null).ToLookup(node => node.ParentId!.Value, node => node.AreaId);
    }

    /// <summary>All areas, each after the areas below it.</summary>
    internal IReadOnlyList<int> BottomUp { get; }

    /// <summary>The areas directly below one; none for an area outside the tree.</summary>
    internal IEnumerable<int> Children(int areaId) => _children[areaId];

    /// <summary>The same areas and one above some of them, which stands for them together; null where one of them is part of another.</summary>
    /// <param name="areaId">Key of the area above.</param>
    /// <param name="parts">Keys of areas of the tree.</param>
    internal AreaTree? Above(int areaId, IReadOnlyCollection<int> parts)
    {
        var below = new HashSet<int>(parts.SelectMany(Below));
        if (parts.Any(below.Contains)) return null;
        var asked = new HashSet<int>(parts);
        return new AreaTree([new AreaNode(areaId, null), .. _nodes.Select(node => asked.Contains(node.AreaId) ? node with { ParentId = areaId } : node)]);
    }

    private IEnumerable<int> Below(int areaId) => Children(areaId).SelectMany(child => Below(child).Prepend(child));

    private static int[] Ordered(AreaNode[] nodes, Dictionary<int, int?> parents)
    {
        int Depth(int areaId)
        {
            var depth = 0;
            for (int? above = areaId; above is { } id && parents.TryGetValue(id, out above);)
                depth++;
            return depth;
        }

        return [.. nodes.Select(node => node.AreaId).OrderByDescending(Depth)];
    }

    private static void RefuseCycle(int areaId, Dictionary<int, int?> parents)
    {
        var steps = 0;
        for (int? above = areaId; above is { } id && parents.TryGetValue(id, out above);)
        {
            if (++steps > parents.Count)
                throw new ArgumentException($"Area {areaId} is below itself.", nameof(parents));
        }
    }
}
