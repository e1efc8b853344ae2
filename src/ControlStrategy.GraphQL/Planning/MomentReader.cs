using ControlStrategy.GraphQL.Filtering;
using ControlStrategy.GraphQL.Schema;
using GraphQL.Execution;

namespace ControlStrategy.GraphQL.Planning;

/// <summary>Reads as at which moment a list is asked for. The moment travels as a value, so all moments have one plan.</summary>
internal sealed class MomentReader(RequestShape shape, ReadGuard guard)
{
    /// <summary>Name of the argument.</summary>
    public const string Argument = "asAt";

    /// <summary>What rows must meet to have been known then; null for the current rows.</summary>
    /// <exception cref="RequestException">The moment is finer than what is kept, or the caller may not read when rows were known.</exception>
    public Filter? Read(Entity entity, IDictionary<string, ArgumentValue>? arguments)
    {
        if (entity.History is not { } history || arguments is null || !arguments.TryGetValue(Argument, out var argument) || argument.Value is not DateTimeOffset moment) return null;
        guard.Require(entity, history.RecordedAt);
        guard.Require(entity, history.SupersededAt);
        if (moment.Ticks % TimeSpan.TicksPerMillisecond != 0) throw Errors.Milliseconds(Argument);
        shape.Append('@');
        return history.IsKnownAt(shape.AddValue(moment));
    }
}
