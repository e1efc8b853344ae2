using ControlStrategy.GraphQL.Execution;
using ControlStrategy.GraphQL.Exporting;
using ControlStrategy.GraphQL.Filtering;
using ControlStrategy.GraphQL.Grouping;
using ControlStrategy.GraphQL.Guarding;
using ControlStrategy.GraphQL.Paging;
using ControlStrategy.GraphQL.Schema;
using ControlStrategy.GraphQL.Statements;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.GraphQL.Planning;

/// <summary>A field ready to run: its plan and this request's values.</summary>
/// <param name="Plan">How to answer it.</param>
/// <param name="Cells">The most values it can answer with.</param>
/// <param name="Values">Values of its parameters.</param>
/// <param name="Arguments">Arguments of the fields that have some, by their index.</param>
/// <param name="Lists">The lists among those fields, by the same index.</param>
internal sealed record PlannedField(
    Plan Plan,
    double Cells,
    IReadOnlyList<object?> Values,
    IReadOnlyList<IDictionary<string, ArgumentValue>?> Arguments,
    IReadOnlyList<ListRequest?> Lists)
{
    /// <summary>For whom the plan was made: the key of what may be read.</summary>
    public required string AccessKey { get; init; }
}

/// <summary>Finds or makes the plan of a root field. Plans depend on the shape of a request, never on its values.</summary>
internal sealed class Planner(EntityModel model, EngineOptions options, CursorSigner signer, Func<DbContext> createContext)
{
    /// <summary>Stands for all root fields; no field is called so.</summary>
    private const string WholeOperation = "";

    private readonly BoundedCache<SelectionKey, ReadSelection> _selections = new(options.Limits.CachedDocuments);
    private readonly BoundedCache<PlanKey, Plan> _plans = new(options.Limits.CachedDocuments);

    /// <summary>Plans kept now.</summary>
    public int PlanCount => _plans.Count;

    /// <summary>The plans of an operation that always asks the same, if they were made for a caller who may read the same.</summary>
    public IReadOnlyList<PlannedField>? ConstantOf(KnownOperation known, IServiceProvider services) =>
        known.Constant is { } constant && constant.All(field => field.AccessKey == options.Access(services).Key) ? constant : null;

    /// <summary>The plans of an operation's root fields.</summary>
    /// <exception cref="RefusedException">An argument is over a limit, contradictory or forged, or the answer can have too many values.</exception>
    public PlannedField[] Plan(OperationValues values, IReadOnlyList<PlannedRoot> roots)
    {
        var choices = DirectiveChoices.Of(values.Directives);
        var planned = new PlannedField[roots.Count];
        var cells = 0.0;
        for (var i = 0; i < planned.Length; i++)
        {
            try
            {
                planned[i] = Plan(values, Read(values, roots[i], choices));
                cells += planned[i].Cells;
                if (cells > options.Limits.MaximumCells) throw Errors.Cells(cells, options.Limits.MaximumCells);
            }
            catch (RequestException refusal)
            {
                throw new RefusedException(RefusedError.At(refusal, values.Document, roots[i]));
            }
        }
        return planned;
    }

    /// <summary>The plan of an operation's one list, asked for whole.</summary>
    /// <exception cref="RequestException">There is not exactly one list, or an argument is over a limit, contradictory or forged.</exception>
    public PlannedExport PlanExport(OperationValues values, IObjectGraphType query)
    {
        var key = new SelectionKey(values.Operation, WholeOperation, DirectiveChoices.Of(values.Directives));
        var read = _selections.For(values.Document.Source.Length).GetOrAdd(key, static (_, source) => ReadSelection.OfExport(source.values, source.query), (values, query));
        return new PlannedExport(Plan(values, read), read.Exported!, values.Operation.Name?.StringValue ?? read.Root.ResponseName);
    }

    private ReadSelection Read(OperationValues values, PlannedRoot root, string choices) =>
        _selections.For(values.Document.Source.Length).GetOrAdd(new SelectionKey(values.Operation, root.ResponseName, choices), static (_, source) => ReadSelection.Of(source.values, source.root), (values, root));

    private PlannedField Plan(OperationValues values, ReadSelection read)
    {
        var arguments = read.WithArguments.Select(values.ArgumentsOf).ToArray();
        var shape = new RequestShape();
        var access = options.Access(values.Services);
        var guard = new ReadGuard(access);
        var lists = ReadLists(read, arguments, shape, guard);
        if (read.Root.Field<EntityRoot>() is { } single)
            shape.AddValue(Values.Convert(arguments[0]![single.By.Name].Value!, single.By.ValueType));
        var key = new PlanKey(read, shape.Key, access.Key);
        var plan = _plans.For(values.Document.Source.Length + key.Shape.Length).GetOrAdd(key, static (_, source) => source.planner.Compile(source.read.Root, source.lists, source.shape, source.guard), (planner: this, read, lists, shape, guard));
        return new PlannedField(plan, CellCount.Of(read.Root, lists), shape.Values, arguments, lists) { AccessKey = access.Key };
    }

    private ListRequest?[] ReadLists(ReadSelection read, IDictionary<string, ArgumentValue>?[] arguments, RequestShape shape, ReadGuard guard)
    {
        var lists = new ListRequest?[arguments.Length];
        GroupRequestReader? groups = null;
        for (var i = 0; i < lists.Length; i++)
        {
            var pages = new PageReader(options, signer, shape) { IsWhole = read.Exported?.List.ArgumentsIndex == i };
            var reader = new ListRequestReader(options, shape, pages, guard);
            var field = read.Fields[i];
            if (field?.Field<EntityListRoot>() is { } root)
                lists[i] = reader.Read(root.Entity.PluralName, root.Entity, isPaged: true, arguments[i]);
            else if (field?.Field<CollectionField>() is { } collection)
                lists[i] = reader.Read(collection.Navigation.DeclaringEntityType.Name + "." + collection.Name, collection.Target, collection.IsPaged, arguments[i]);
            else if (field?.Field<GroupRoot>() is { } grouped)
                lists[i] = (groups = new GroupRequestReader(options, shape, pages, new GroupGuard(guard, model))).Read(grouped.Groups, arguments[i]);
            else if (field?.Field<GroupField>() is { } aggregate)
                lists[i] = groups!.ReadAggregate(aggregate, arguments[i]);
        }
        return lists;
    }

    private Plan Compile(SelectedField root, IReadOnlyList<ListRequest?> lists, RequestShape shape, ReadGuard guard)
    {
        EngineTelemetry.CountPlan();
        using var context = createContext();
        var compiler = new PlanCompiler(model, new StatementCompiler(context, shape.Values), lists, guard);
        return root.Field<RootField>() switch
        {
            EntityListRoot list => compiler.List(list.Entity, root),
            GroupRoot => compiler.Groups(root),
            EntityRoot single => compiler.Single(single, root, shape.Values.Count - 1),
            RecordRoot record => compiler.Record(record.Definition, root),
            _ => throw new NotSupportedException(root.FieldName),
        };
    }

    private readonly record struct SelectionKey(GraphQLOperationDefinition Operation, string ResponseName, string Choices);

    private readonly record struct PlanKey(ReadSelection Selection, string Shape, string Access);
}
