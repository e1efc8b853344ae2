using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Benchmarks.Model;

/// <summary>The tables of the benchmark database, which a generator beside the project makes.</summary>
public sealed class BenchmarkContext(DbContextOptions<BenchmarkContext> options) : DbContext(options)
{
    public DbSet<Area> Areas => Set<Area>();

    public DbSet<Outcome> Outcomes => Set<Outcome>();

    public DbSet<Measure> Measures => Set<Measure>();

    public DbSet<Observation> Observations => Set<Observation>();

    public DbSet<Initiative> Initiatives => Set<Initiative>();

    public DbSet<Milestone> Milestones => Set<Milestone>();

    public DbSet<Partner> Partners => Set<Partner>();

    public DbSet<PerceptionSurvey> PerceptionSurveys => Set<PerceptionSurvey>();

    public DbSet<SurveyWave> SurveyWaves => Set<SurveyWave>();

    public DbSet<SurveyResult> SurveyResults => Set<SurveyResult>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Area>().HasMany(area => area.Children).WithOne(area => area.Parent).HasForeignKey(area => area.ParentId);
        modelBuilder.Entity<Outcome>().HasMany(outcome => outcome.Children).WithOne(outcome => outcome.Parent).HasForeignKey(outcome => outcome.ParentId);
        modelBuilder.Entity<Initiative>().HasMany(initiative => initiative.Partners).WithMany(partner => partner.Initiatives).UsingEntity("InitiativePartner");
        modelBuilder.Entity<SurveyWave>().HasOne(wave => wave.Survey).WithMany(survey => survey.Waves).HasForeignKey(wave => wave.SurveyId);
        modelBuilder.Entity<SurveyResult>().HasOne(result => result.Wave).WithMany(wave => wave.Results).HasForeignKey(result => result.WaveId);
    }
}
