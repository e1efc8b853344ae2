using ControlStrategy.Data.Mappings;
using ControlStrategy.Data.Sqlite;
using ControlStrategy.Domain;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Imports;
using ControlStrategy.Domain.Initiatives;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Releases;
using ControlStrategy.Domain.Strategies;
using ControlStrategy.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ControlStrategy.Data;

/// <summary>
/// The stored nouns. Saving checks their rules first; figures (observations, targets, populations, estimates) show current rows only, history needs
/// <c>IgnoreQueryFilters([StrategyContext.CurrentOnly])</c>.
/// Not sealed: each provider derives a context of its own for its migrations.
/// </summary>
/// <param name="options">Provider and connection; the context can be pooled.</param>
public class StrategyContext(DbContextOptions<StrategyContext> options) : DbContext(options)
{
    /// <summary>Name of the query filter that hides superseded figures.</summary>
    public const string CurrentOnly = "CurrentOnly";

    /// <summary>Strategies.</summary>
    public DbSet<Strategy> Strategies => Set<Strategy>();

    /// <summary>Objectives of all strategies.</summary>
    public DbSet<Objective> Objectives => Set<Objective>();

    /// <summary>Outcomes of all strategies.</summary>
    public DbSet<Outcome> Outcomes => Set<Outcome>();

    /// <summary>Priorities of the control strategy.</summary>
    public DbSet<Priority> Priorities => Set<Priority>();

    /// <summary>Initiatives.</summary>
    public DbSet<Initiative> Initiatives => Set<Initiative>();

    /// <summary>Milestones of all initiatives.</summary>
    public DbSet<Milestone> Milestones => Set<Milestone>();

    /// <summary>Activities under all initiatives.</summary>
    public DbSet<Activity> Activities => Set<Activity>();

    /// <summary>Problem-solving plans.</summary>
    public DbSet<ProblemSolvingPlan> ProblemSolvingPlans => Set<ProblemSolvingPlan>();

    /// <summary>Partners.</summary>
    public DbSet<Partner> Partners => Set<Partner>();

    /// <summary>Measures.</summary>
    public DbSet<Measure> Measures => Set<Measure>();

    /// <summary>Current observations.</summary>
    public DbSet<Observation> Observations => Set<Observation>();

    /// <summary>Current targets of all measures.</summary>
    public DbSet<Target> Targets => Set<Target>();

    /// <summary>Commentaries on all measures.</summary>
    public DbSet<Commentary> Commentaries => Set<Commentary>();

    /// <summary>Areas.</summary>
    public DbSet<Area> Areas => Set<Area>();

    /// <summary>Current populations of all areas.</summary>
    public DbSet<AreaPopulation> AreaPopulations => Set<AreaPopulation>();

    /// <summary>Perception surveys.</summary>
    public DbSet<PerceptionSurvey> PerceptionSurveys => Set<PerceptionSurvey>();

    /// <summary>Waves of all surveys.</summary>
    public DbSet<SurveyWave> SurveyWaves => Set<SurveyWave>();

    /// <summary>Questions of all surveys.</summary>
    public DbSet<SurveyQuestion> SurveyQuestions => Set<SurveyQuestion>();

    /// <summary>Current estimates of all waves.</summary>
    public DbSet<SurveyEstimate> SurveyEstimates => Set<SurveyEstimate>();

    /// <summary>Current breaks of all measures.</summary>
    public DbSet<MeasureBreak> MeasureBreaks => Set<MeasureBreak>();

    /// <summary>Current breaks of all survey questions.</summary>
    public DbSet<QuestionBreak> QuestionBreaks => Set<QuestionBreak>();

    /// <summary>Releases.</summary>
    public DbSet<Release> Releases => Set<Release>();

    /// <summary>Imports.</summary>
    public DbSet<Import> Imports => Set<Import>();

    /// <summary>Begins reading: all that follows sees the database in one state, and no writer is held up. Nothing can be saved before it ends.</summary>
    public Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancellation = default) =>
        Database.BeginTransactionAsync(SqliteDatabase.Snapshot, cancellation);

    /// <inheritdoc/>
    /// <exception cref="RuleBrokenException">A noun breaks one of its rules; nothing is saved.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        foreach (var navigation in RuleCheck.MissingFor(ChangeTracker))
            navigation.Load();
        RuleCheck.Check(ChangeTracker);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc/>
    /// <exception cref="RuleBrokenException">A noun breaks one of its rules; nothing is saved.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var navigation in RuleCheck.MissingFor(ChangeTracker))
            await navigation.LoadAsync(cancellationToken);
        RuleCheck.Check(ChangeTracker);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<decimal>().HaveConversion<AmountConverter>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(StrategyContext).Assembly);
        Deletion.Configure(modelBuilder.Model);
    }
}
