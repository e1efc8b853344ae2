using ControlStrategy.Domain.Measures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ControlStrategy.Data.Mappings;

internal sealed class TargetMapping : IEntityTypeConfiguration<Target>
{
    public void Configure(EntityTypeBuilder<Target> builder)
    {
        builder.HasOne(x => x.Measure).WithMany(x => x.Targets).HasForeignKey(x => x.MeasureId);
        builder.HasOne(x => x.Area).WithMany().HasForeignKey(x => x.AreaId);
        builder.HasOne(x => x.Import).WithMany().HasForeignKey(x => x.ImportId);
        builder.KeepsHistory("Targets", x => new { x.MeasureId, x.AreaId, x.FinancialYearStart });
    }
}
