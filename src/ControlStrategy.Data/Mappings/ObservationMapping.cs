using ControlStrategy.Domain.Measures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ControlStrategy.Data.Mappings;

internal sealed class ObservationMapping : IEntityTypeConfiguration<Observation>
{
    public void Configure(EntityTypeBuilder<Observation> builder)
    {
        builder.HasOne(x => x.Measure).WithMany(x => x.Observations).HasForeignKey(x => x.MeasureId);
        builder.HasOne(x => x.Area).WithMany(x => x.Observations).HasForeignKey(x => x.AreaId);
        builder.HasOne(x => x.Release).WithMany().HasForeignKey(x => x.ReleaseId);
        builder.HasOne(x => x.Import).WithMany().HasForeignKey(x => x.ImportId);
        builder.HasQueryFilter(StrategyContext.CurrentOnly, x => x.SupersededAt == null);
        Index(builder);
        AppendOnly(builder);
    }

    private static void Index(EntityTypeBuilder<Observation> builder)
    {
        builder.HasIndex(x => new { x.MeasureId, x.AreaId, x.PeriodStart, x.PeriodEnd }, "IX_Observations_Current")
            .IsUnique().HasFilter("\"SupersededAt\" IS NULL");
        // History: what was held for a measure and an area at an earlier time.
        builder.HasIndex(x => new { x.MeasureId, x.AreaId, x.PeriodStart, x.RecordedAt });
        builder.HasIndex(x => new { x.AreaId, x.PeriodStart });
    }

    // The constraints also hold for a bulk import that writes rows without the context.
    private static void AppendOnly(EntityTypeBuilder<Observation> builder)
    {
        builder.ToTable(table =>
        {
            table.HasCheckConstraint("CK_Observations_Period", "\"PeriodEnd\" > \"PeriodStart\"");
            table.HasCheckConstraint("CK_Observations_Superseded", "\"SupersededAt\" >= \"RecordedAt\"");
        });
        foreach (var property in builder.Metadata.GetProperties().Where(x => !x.IsPrimaryKey()))
            property.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
        builder.Property(x => x.SupersededAt).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Save);
    }
}
