using ControlStrategy.Domain.Measures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ControlStrategy.Data.Mappings;

internal sealed class MeasureBreakMapping : IEntityTypeConfiguration<MeasureBreak>
{
    public void Configure(EntityTypeBuilder<MeasureBreak> builder)
    {
        builder.HasOne(x => x.Measure).WithMany(x => x.Breaks).HasForeignKey(x => x.MeasureId);
        builder.HasOne(x => x.Import).WithMany().HasForeignKey(x => x.ImportId);
        builder.KeepsHistory("MeasureBreaks", x => new { x.MeasureId, x.StartsOn });
    }
}
