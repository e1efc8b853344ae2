using ControlStrategy.Domain;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ControlStrategy.Data.Mappings;

/// <summary>
/// A decimal as a 64-bit integer with a scale of 4, which a database compares and adds up exactly.
/// What a filter compares with may lie outside what is kept; it becomes the nearest end, so that the comparison stays true.
/// </summary>
internal sealed class AmountConverter() : ValueConverter<decimal, long>(value => ToUnits(value), units => FromUnits(units))
{
    internal static long ToUnits(decimal value) =>
        (long)Math.Round(Math.Clamp(value, -Amount.Largest, Amount.Largest) * Amount.UnitsInOne, MidpointRounding.AwayFromZero);

    internal static decimal FromUnits(long units) => (decimal)units / Amount.UnitsInOne;
}
