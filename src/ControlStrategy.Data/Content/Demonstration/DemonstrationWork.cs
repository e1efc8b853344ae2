using ControlStrategy.Domain.Initiatives;

namespace ControlStrategy.Data.Content.Demonstration;

/// <summary>The shape of <c>demonstration-work.json</c>: the words demonstration rows are made of.</summary>
internal sealed record DemonstrationWork
{
    /// <summary>Milestones of each kind of initiative, in the order they fall due.</summary>
    public required Dictionary<InitiativeKind, string[]> Milestones { get; init; }

    public required Dictionary<ActivityKind, string[]> Activities { get; init; }

    public required PlanItem[] Plans { get; init; }

    /// <summary>Courses a problem-solving plan can take.</summary>
    public required SaraStage[][] StageHistories { get; init; }

    public required CommentaryWords Commentary { get; init; }

    public static DemonstrationWork Read() => ContentFile.Read<DemonstrationWork>("demonstration-work.json");
}

/// <summary>A problem, the initiative that works on it, and what is noted at each stage.</summary>
internal sealed record PlanItem(string Title, string Initiative, Dictionary<SaraStage, string> Notes);

internal sealed record CommentaryWords(string Author, string[] Improved, string[] Worsened);
