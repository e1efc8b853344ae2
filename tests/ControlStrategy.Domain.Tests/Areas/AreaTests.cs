using ControlStrategy.Domain.Areas;
using Xunit;

namespace ControlStrategy.Domain.Tests.Areas;

public sealed class AreaTests
{
    [Theory]
    [InlineData(AreaLevel.CommandArea, AreaLevel.Nation)]
    [InlineData(AreaLevel.CouncilArea, AreaLevel.PoliceDivision)]
    [InlineData(AreaLevel.CouncilArea, AreaLevel.Nation)]
    [InlineData(AreaLevel.Ward, AreaLevel.CouncilArea)]
    public void An_area_is_part_of_one_of_a_higher_level(AreaLevel level, AreaLevel parent) => Within(level, parent).CheckRules();

    [Theory]
    [InlineData(AreaLevel.Nation, AreaLevel.Ward)]
    [InlineData(AreaLevel.PoliceDivision, AreaLevel.CouncilArea)]
    [InlineData(AreaLevel.CouncilArea, AreaLevel.CouncilArea)]
    public void An_area_is_not_part_of_one_of_the_same_or_a_lower_level(AreaLevel level, AreaLevel parent) =>
        Sample.Breaks("AREA_TREE", "Area inner", Within(level, parent).CheckRules);

    [Fact]
    public void Only_a_police_division_has_a_letter()
    {
        new Area { Code = "S32000003", Name = "North East", Level = AreaLevel.PoliceDivision, Letter = "A" }.CheckRules();
        var lettered = new Area { Code = "S12000033", Name = "Aberdeen City", Level = AreaLevel.CouncilArea, Letter = "A" };
        Sample.Breaks("AREA_LETTER", "S12000033", lettered.CheckRules);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(100, null)]
    [InlineData(100, 100)]
    public void A_possible_population_is_accepted(int allAges, int? aged16AndOver) => Population(allAges, aged16AndOver).CheckRules();

    [Theory]
    [InlineData(-1, null)]
    [InlineData(100, -1)]
    [InlineData(100, 101)]
    public void An_impossible_population_is_refused(int allAges, int? aged16AndOver) =>
        Sample.Breaks("POPULATION_COUNT", "S12000033 in 2018", Population(allAges, aged16AndOver).CheckRules);

    private static Area Within(AreaLevel level, AreaLevel parent) => new()
    {
        Code = "inner",
        Name = "Inner",
        Level = level,
        Parent = new Area { Code = "outer", Name = "Outer", Level = parent },
    };

    private static AreaPopulation Population(int allAges, int? aged16AndOver) =>
        new() { Area = Sample.Council, MidYear = 2018, AllAges = allAges, Aged16AndOver = aged16AndOver, RecordedAt = Sample.Noon };
}
