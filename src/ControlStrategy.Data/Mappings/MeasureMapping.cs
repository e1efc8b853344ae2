using ControlStrategy.Domain.Measures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ControlStrategy.Data.Mappings;

internal sealed class MeasureMapping : IEntityTypeConfiguration<Measure>
{
    public void Configure(EntityTypeBuilder<Measure> builder)
    {
        builder.HasOne(x => x.Outcome).WithMany(x => x.Measures).HasForeignKey(x => x.OutcomeId);
        builder.HasIndex(x => x.Code).IsUnique();
    }
}
