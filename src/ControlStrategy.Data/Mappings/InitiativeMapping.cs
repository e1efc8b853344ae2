using ControlStrategy.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ControlStrategy.Data.Mappings;

internal sealed class InitiativeMapping : IEntityTypeConfiguration<Initiative>
{
    public void Configure(EntityTypeBuilder<Initiative> builder)
    {
        builder.HasOne(x => x.Objective).WithMany(x => x.Initiatives).HasForeignKey(x => x.ObjectiveId);
        builder.HasOne(x => x.Parent).WithMany(x => x.Children).HasForeignKey(x => x.ParentId);
        builder.HasOne(x => x.Import).WithMany().HasForeignKey(x => x.ImportId);
        builder.HasIndex(x => x.Code).IsUnique();
        Join(builder.HasMany(x => x.Outcomes).WithMany(x => x.Initiatives), "InitiativeOutcome", "OutcomeId");
        Join(builder.HasMany(x => x.Priorities).WithMany(x => x.Initiatives), "InitiativePriority", "PriorityId");
        Join(builder.HasMany(x => x.Partners).WithMany(x => x.Initiatives), "InitiativePartner", "PartnerId");
        Join(builder.HasMany(x => x.Areas).WithMany(x => x.Initiatives), "InitiativeArea", "AreaId");
    }

    private static void Join<TOther>(CollectionCollectionBuilder<TOther, Initiative> many, string table, string otherKey)
        where TOther : class =>
        many.UsingEntity(
            table,
            join => join.HasOne(typeof(TOther)).WithMany().HasForeignKey(otherKey),
            join => join.HasOne(typeof(Initiative)).WithMany().HasForeignKey("InitiativeId"),
            join => join.HasKey("InitiativeId", otherKey));
}
