using ControlStrategy.Domain.Areas;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ControlStrategy.Data.Mappings;

internal sealed class AreaPopulationMapping : IEntityTypeConfiguration<AreaPopulation>
{
    public void Configure(EntityTypeBuilder<AreaPopulation> builder)
    {
        builder.HasOne(x => x.Area).WithMany(x => x.Populations).HasForeignKey(x => x.AreaId);
        builder.HasOne(x => x.Import).WithMany().HasForeignKey(x => x.ImportId);
        builder.KeepsHistory("AreaPopulations", x => new { x.AreaId, x.MidYear });
    }
}
