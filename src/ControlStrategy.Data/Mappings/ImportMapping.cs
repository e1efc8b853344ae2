using ControlStrategy.Domain.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ControlStrategy.Data.Mappings;

internal sealed class ImportMapping : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> builder)
    {
        // Not unique: a file imported a second time, after another one corrected it, corrects it back.
        builder.HasIndex(x => x.Sha256);
    }
}
