using ControlStrategy.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ControlStrategy.Data.Mappings;

internal sealed class PerceptionSurveyMapping : IEntityTypeConfiguration<PerceptionSurvey>
{
    public void Configure(EntityTypeBuilder<PerceptionSurvey> builder) =>
        builder.HasIndex(x => x.Code).IsUnique();
}
