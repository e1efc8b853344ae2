using System.Linq.Expressions;
using ControlStrategy.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ControlStrategy.Data.Mappings;

/// <summary>What all figures have in common: current rows are shown, one for each key, and a stored one can only be ended.</summary>
internal static class FigureMapping
{
    /// <summary>Maps a figure's history.</summary>
    /// <param name="builder">The figure.</param>
    /// <param name="table">Its table, from which names of index and constraint are made.</param>
    /// <param name="key">The members that name one figure.</param>
    public static void KeepsHistory<TFigure>(
        this EntityTypeBuilder<TFigure> builder, string table, Expression<Func<TFigure, object?>> key)
        where TFigure : class, IFigure
    {
        builder.HasQueryFilter(StrategyContext.CurrentOnly, figure => figure.SupersededAt == null);
        builder.HasIndex(key, $"IX_{table}_Current").IsUnique().HasFilter("\"SupersededAt\" IS NULL");
        // The constraint also holds for a bulk import that writes rows without the context.
        builder.ToTable(table, made => made.HasCheckConstraint($"CK_{table}_Superseded", "\"SupersededAt\" >= \"RecordedAt\""));
        foreach (var property in builder.Metadata.GetProperties().Where(property => !property.IsPrimaryKey()))
            property.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
        builder.Property(figure => figure.SupersededAt).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Save);
    }
}
