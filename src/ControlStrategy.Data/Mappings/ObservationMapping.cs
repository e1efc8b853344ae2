using ControlStrategy.Domain.Measures;
using Microsoft.EntityFrameworkCore;
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
        // History: what was held for a measure and an area at an earlier time.
        builder.HasIndex(x => new { x.MeasureId, x.AreaId, x.PeriodStart, x.RecordedAt });
        builder.HasIndex(x => new { x.AreaId, x.PeriodStart });
        builder.ToTable(table => table.HasCheckConstraint("CK_Observations_Period", "\"PeriodEnd\" > \"PeriodStart\""));
        builder.KeepsHistory("Observations", x => new { x.MeasureId, x.AreaId, x.PeriodStart, x.PeriodEnd });
    }
}
