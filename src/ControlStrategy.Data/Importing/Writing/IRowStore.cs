namespace ControlStrategy.Data.Importing.Writing;

/// <summary>Keeps the good rows of a file until all are read, then writes those that give something new.</summary>
internal interface IRowStore : IDisposable
{
    /// <summary>Keeps a row for the end; returns the line it stood in before, in which case it is not kept, or null.</summary>
    /// <param name="row">The columns in their order.</param>
    /// <param name="line">The line the row starts in.</param>
    /// <param name="cancellation">Stops before the row.</param>
    Task<long?> AddAsync(object?[] row, long line, CancellationToken cancellation);

    /// <summary>Writes the kept rows that give something new.</summary>
    /// <exception cref="ImportClockException">A figure to be corrected was recorded later than now.</exception>
    Task<WrittenRows> WriteAsync(CancellationToken cancellation);
}
