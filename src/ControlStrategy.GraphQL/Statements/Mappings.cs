using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ControlStrategy.GraphQL.Statements;

/// <summary>How values reach the database: as the column they are compared with is stored.</summary>
internal sealed class Mappings(DbContext context)
{
    private readonly IRelationalTypeMappingSource _source = context.GetService<IRelationalTypeMappingSource>();

    public RelationalTypeMapping RowLimit => _source.FindMapping(typeof(int))!;

    public static RelationalTypeMapping Of(IProperty property) => property.GetRelationalTypeMapping();

    public RelationalTypeMapping Of(Type type) => _source.FindMapping(type)!;

    public RelationalTypeMapping ListOf(IProperty property, Type elementType) => ListOf(property.GetRelationalTypeMapping(), elementType);

    public RelationalTypeMapping ListOf(RelationalTypeMapping element, Type elementType) =>
        (RelationalTypeMapping?)_source.FindMapping(typeof(List<>).MakeGenericType(elementType), context.Model, element)
        ?? throw new NotSupportedException($"The database has no list of {elementType.Name}.");
}
