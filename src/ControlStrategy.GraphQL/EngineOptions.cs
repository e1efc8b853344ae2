using System.Linq.Expressions;
using ControlStrategy.GraphQL.Grouping;
using ControlStrategy.GraphQL.Guarding;
using ControlStrategy.GraphQL.Http;
using ControlStrategy.GraphQL.Records;
using ControlStrategy.GraphQL.Schema;
using ControlStrategy.GraphQL.Subscribing;

namespace ControlStrategy.GraphQL;

/// <summary>What the application tells the engine besides its EF model.</summary>
public sealed class EngineOptions
{
    private readonly HashSet<(Type Entity, string Member)> _paged = [];
    private readonly HashSet<(Type Entity, string Member)> _hidden = [];
    private readonly Dictionary<(Type Entity, string Member), int> _mostEntries = [];
    private readonly List<(Type Entity, string Member)> _unique = [];
    private readonly List<(Type Entity, ComputedFieldDefinition Field)> _computed = [];
    private readonly List<RecordFieldDefinition> _records = [];
    private readonly List<GroupDefinition> _groups = [];
    private readonly List<SubscriptionFieldDefinition> _subscriptions = [];
    private readonly Dictionary<Type, HistoryDefinition> _histories = [];
    private readonly HashSet<Type> _named = [];

    /// <summary>What one operation may ask for.</summary>
    public EngineLimits Limits { get; set; } = new();

    /// <summary>What WebSockets and event streams may take.</summary>
    public StreamLimits Streams { get; set; } = new();

    /// <summary>Which documents run, and which may be called by their hash.</summary>
    public DocumentPolicy Documents { get; set; } = new();

    /// <summary>Gives the key that signs cursors, at least 16 bytes; called when the first cursor is made or read.</summary>
    public Func<byte[]> CursorKey { get; set; } = () => throw new InvalidOperationException("The engine has no key to sign cursors with.");

    /// <summary>Tells what a caller may read, from the request's services; everything, unless it is set.</summary>
    public Func<IServiceProvider, ReadAccess> Access { get; set; } = _ => ReadAccess.Everything;

    /// <summary>Decimals the database keeps; a filter that compares with more is refused, for it would compare with a rounded number.</summary>
    public int KeptDecimals { get; set; } = 28;

    /// <summary>The clock of time limits.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    internal IReadOnlyList<RecordFieldDefinition> RecordFields => _records;

    internal IReadOnlyList<SubscriptionFieldDefinition> SubscriptionFields => _subscriptions;

    internal IReadOnlyList<(Type Entity, string Member)> UniqueMembers => _unique;

    internal IReadOnlyList<GroupDefinition> Groups => _groups;

    /// <summary>Makes a collection a connection with pages of its own instead of a plain list.</summary>
    public EngineOptions Paged<TEntity>(Expression<Func<TEntity, object?>> collection) => Remember(_paged, collection);

    /// <summary>Says how many entries a plain list can have, as which it counts towards <see cref="EngineLimits.MaximumCells"/>; one that is not named here counts as 100.</summary>
    /// <param name="collection">The list, which is not paged.</param>
    /// <param name="mostEntries">The most entries below one parent.</param>
    public EngineOptions Plain<TEntity>(Expression<Func<TEntity, object?>> collection, int mostEntries)
    {
        _mostEntries.Add(Member(collection), mostEntries);
        return this;
    }

    /// <summary>Leaves a relation out of the schema.</summary>
    public EngineOptions Hidden<TEntity>(Expression<Func<TEntity, object?>> relation) => Remember(_hidden, relation);

    /// <summary>
    /// Gives the lists and groups of an entity whose rows are ended, not changed, the argument <c>asAt</c>: the rows that were current at a moment.
    /// </summary>
    /// <param name="recordedAt">When a row became the current one.</param>
    /// <param name="supersededAt">When a newer one took its place; null for a current row.</param>
    /// <param name="currentOnly">Name of the model's query filter that hides superseded rows.</param>
    public EngineOptions History<TEntity>(Expression<Func<TEntity, DateTimeOffset>> recordedAt, Expression<Func<TEntity, DateTimeOffset?>> supersededAt, string currentOnly)
    {
        _named.Add(typeof(TEntity));
        _histories.Add(typeof(TEntity), new HistoryDefinition(((MemberExpression)recordedAt.Body).Member.Name, ((MemberExpression)supersededAt.Body).Member.Name, currentOnly));
        return this;
    }

    /// <summary>Adds a root field for one entity by a unique text: <c>outcome(code: "1a")</c>.</summary>
    public EngineOptions Unique<TEntity>(Expression<Func<TEntity, string>> property)
    {
        _named.Add(typeof(TEntity));
        _unique.Add((typeof(TEntity), ((MemberExpression)property.Body).Member.Name));
        return this;
    }

    /// <summary>Adds a hand-written field to a generated type, computed for all parents of an answer in one call.</summary>
    public EngineOptions Computed<TEntity>(ComputedFieldDefinition field)
    {
        _named.Add(typeof(TEntity));
        _computed.Add((typeof(TEntity), field));
        return this;
    }

    /// <summary>Adds a hand-written root field whose answer is a record; entities in it are given by key.</summary>
    public EngineOptions Record(RecordFieldDefinition field)
    {
        _records.Add(field);
        return this;
    }

    /// <summary>Adds a root field that groups an entity's rows: <c>observationsGrouped</c>.</summary>
    /// <param name="describe">Says by what, what adds up, and what must not be mixed.</param>
    public EngineOptions Grouped<TEntity>(Action<GroupOptions<TEntity>> describe) where TEntity : class
    {
        var options = new GroupOptions<TEntity>();
        describe(options);
        _named.Add(typeof(TEntity));
        _groups.Add(options.Definition);
        return this;
    }

    /// <summary>Adds a subscription whose events are records; entities in them are given by key.</summary>
    public EngineOptions Subscription(SubscriptionFieldDefinition field)
    {
        _subscriptions.Add(field);
        return this;
    }

    internal bool IsPaged(Type entity, string member) => _paged.Contains((entity, member));

    internal int MostEntries(Type entity, string member) => _mostEntries.GetValueOrDefault((entity, member), CellCount.PlainListEntries);

    internal bool IsHidden(Type entity, string member) => _hidden.Contains((entity, member));

    internal HistoryDefinition? HistoryOf(Type entity) => _histories.GetValueOrDefault(entity);

    internal IEnumerable<ComputedFieldDefinition> ComputedFields(Type entity) => _computed.Where(x => x.Entity == entity).Select(x => x.Field);

    /// <summary>A mapping that names a type the model does not have is a mistake, not a wish.</summary>
    internal void RequireKnown(IEnumerable<Type> entities)
    {
        var unknown = _named.Except(entities).FirstOrDefault();
        if (unknown is not null)
            throw new InvalidOperationException($"{unknown.Name} is configured for the schema, but the EF model has no such entity.");
    }

    private EngineOptions Remember<TEntity>(HashSet<(Type, string)> members, Expression<Func<TEntity, object?>> member)
    {
        members.Add(Member(member));
        return this;
    }

    private (Type Entity, string Member) Member<TEntity>(Expression<Func<TEntity, object?>> member)
    {
        var body = member.Body is UnaryExpression convert ? convert.Operand : member.Body;
        _named.Add(typeof(TEntity));
        return (typeof(TEntity), ((MemberExpression)body).Member.Name);
    }
}
