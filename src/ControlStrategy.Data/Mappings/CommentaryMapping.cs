using ControlStrategy.Domain.Measures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ControlStrategy.Data.Mappings;

internal sealed class CommentaryMapping : IEntityTypeConfiguration<Commentary>
{
    public void Configure(EntityTypeBuilder<Commentary> builder)
    {
        builder.HasOne(x => x.Measure).WithMany(x => x.Commentaries).HasForeignKey(x => x.MeasureId);
        builder.HasOne(x => x.Area).WithMany().HasForeignKey(x => x.AreaId);
        builder.HasIndex(x => new { x.MeasureId, x.AreaId, x.PeriodStart });
    }
}
