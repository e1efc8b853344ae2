using Xunit;

namespace ControlStrategy.Data.Tests.Mappings;

public sealed class EnumNumberTests(DatabaseFile database) : IClassFixture<DatabaseFile>
{
    // Files hold these numbers: a value may be added at the end, none may move.
    private const string Numbers = """
        ActivityKind: 0 Engagement, 1 ProblemSolving, 2 Communication
        AreaLevel: 0 Nation, 1 CommandArea, 2 PoliceDivision, 3 CouncilArea, 4 Ward
        CommentaryStatus: 0 Draft, 1 Approved
        Grain: 0 Month, 1 Quarter, 2 Year
        ImportKind: 0 RecordedCrime, 1 Population, 2 Observations, 3 Survey, 4 Areas, 5 Initiatives, 6 Milestones, 7 Activities, 8 Targets
        InitiativeKind: 0 Toolkit, 1 Forum, 2 Programme, 3 Unit, 4 Campaign, 5 Partnership, 6 Training, 7 Channel, 8 Service
        InitiativeStatus: 0 Planned, 1 Active, 2 Paused, 3 Completed
        MeasureGroup: 0 DeliveryAndImpact, 1 Output, 2 Confidence
        MeasureKind: 0 Count, 1 Rate, 2 Percentage, 3 Survey
        ObservationStatus: 0 Provisional, 1 Final
        PartnerSector: 0 Public, 1 Private, 2 Third, 3 Government, 4 Community
        Polarity: 0 LowerIsBetter, 1 HigherIsBetter, 2 Neutral
        PriorityRank: 0 VeryHigh, 1 High
        SaraStage: 0 Scanning, 1 Analysis, 2 Response, 3 Assessment
        SurveyDesign: 0 Probability, 1 SelfSelecting
        """;

    [Fact]
    public void The_stored_number_of_an_enum_value_never_changes()
    {
        using var context = database.Open();
        var stored = context.Model.GetEntityTypes()
            .SelectMany(type => type.GetProperties())
            .Select(property => Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType)
            .Where(type => type.IsEnum)
            .Distinct()
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => $"{type.Name}: {string.Join(", ", Enum.GetValues(type).Cast<Enum>().Select(value => $"{value:D} {value}"))}");
        Assert.Equal(Numbers, string.Join('\n', stored));
    }
}
