using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ControlStrategy.Data.Mappings;

/// <summary>A point in time as milliseconds since 1970 in UTC, which sorts and compares in every database.</summary>
internal sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToUnixTimeMilliseconds(),
    milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
