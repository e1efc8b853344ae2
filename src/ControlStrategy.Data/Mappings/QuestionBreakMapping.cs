using ControlStrategy.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ControlStrategy.Data.Mappings;

internal sealed class QuestionBreakMapping : IEntityTypeConfiguration<QuestionBreak>
{
    public void Configure(EntityTypeBuilder<QuestionBreak> builder)
    {
        builder.HasOne(x => x.Question).WithMany(x => x.Breaks).HasForeignKey(x => x.QuestionId);
        builder.HasOne(x => x.Import).WithMany().HasForeignKey(x => x.ImportId);
        builder.KeepsHistory("QuestionBreaks", x => new { x.QuestionId, x.StartsOn });
    }
}
