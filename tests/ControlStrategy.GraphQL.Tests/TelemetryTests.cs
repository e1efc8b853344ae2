using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using ControlStrategy.GraphQL.Execution;
using ControlStrategy.GraphQL.Tests.Library;
using Xunit;

namespace ControlStrategy.GraphQL.Tests;

/// <summary>What traces and metrics tell of operations, and what they keep to themselves.</summary>
public sealed class TelemetryTests(LibraryServer server) : IClassFixture<LibraryServer>
{
    private const string Secret = "Nobody's Name";

    [Fact]
    public async Task An_operation_tells_its_name_type_outcome_statements_and_whether_its_plan_was_at_hand()
    {
        using var told = new Told();
        const string Query = "query MeasuredAuthors { authors(where: { name: { neq: \"Nobody's Name\" } }) { nodes { name } totalCount } }";
        await server.DataAsync(Query);
        await server.DataAsync(Query);
        await server.AskAsync("query MeasuredRefusal { authors(first: -1, where: { name: { eq: \"Nobody's Name\" } }) { totalCount } }");

        Assert.Equal(
            [
                "query MeasuredAuthors graphql.outcome=ok graphql.plan.cached=False graphql.statements=2",
                "query MeasuredAuthors graphql.outcome=ok graphql.plan.cached=True graphql.statements=2",
                "query MeasuredRefusal error.type=PAGE_SIZE graphql.outcome=refused graphql.plan.cached=True graphql.statements=0",
            ],
            told.Operations.Where(operation => operation.Contains("Measured", StringComparison.Ordinal)));
        Assert.All(told.Operations.Concat(told.Statements).Concat(told.Metrics), text => Assert.DoesNotContain(Secret, text, StringComparison.Ordinal));
        Assert.Contains(told.Statements, text => text.Contains("\"Authors\"", StringComparison.Ordinal));
        Assert.Equal(
            [
                "graphql.operation.duration graphql.operation.name=MeasuredAuthors graphql.operation.type=query graphql.outcome=ok graphql.plan.cached=False",
                "graphql.operation.duration graphql.operation.name=MeasuredAuthors graphql.operation.type=query graphql.outcome=ok graphql.plan.cached=True",
                "graphql.operation.statements graphql.operation.name=MeasuredAuthors graphql.operation.type=query graphql.outcome=ok graphql.plan.cached=False",
                "graphql.operation.statements graphql.operation.name=MeasuredAuthors graphql.operation.type=query graphql.outcome=ok graphql.plan.cached=True",
            ],
            told.Metrics.Where(metric => metric.Contains("Measured", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_name_that_is_only_asked_for_is_not_told()
    {
        using var told = new Told();
        using var response = await server.Client.GetAsync("/graphql?operationName=Invented&query=" + Uri.EscapeDataString("query MeasuredOther { authors { totalCount } }"));
        Assert.NotEmpty(told.Operations);
        Assert.All(told.Operations.Concat(told.Metrics), text => Assert.DoesNotContain("Invented", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Metrics_know_a_bounded_number_of_names()
    {
        using var told = new Told();
        for (var i = 0; i < 150; i++)
            await server.DataAsync($"query Minted{i} {{ authors {{ totalCount }} }}");
        var names = told.Metrics.SelectMany(metric => metric.Split(' ')).Where(tag => tag.StartsWith("graphql.operation.name=", StringComparison.Ordinal)).ToHashSet();
        Assert.Contains("graphql.operation.name=other", names);
        Assert.True(names.Count <= 101);
    }

    /// <summary>Everything told while it lives.</summary>
    private sealed class Told : IDisposable
    {
        private readonly ActivityListener _activities;
        private readonly MeterListener _meters = new();

        public Told()
        {
            _activities = new ActivityListener
            {
                ShouldListenTo = source => EngineTelemetry.ActivitySourceNames.Contains(source.Name),
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = Take,
            };
            ActivitySource.AddActivityListener(_activities);
            _meters.InstrumentPublished = (instrument, meters) =>
            {
                if (instrument.Meter.Name == EngineTelemetry.MeterName) meters.EnableMeasurementEvents(instrument);
            };
            _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Metrics.Enqueue(Text(instrument.Name, tags.ToArray())));
            _meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Metrics.Enqueue(Text(instrument.Name, tags.ToArray())));
            _meters.Start();
        }

        public ConcurrentQueue<string> Operations { get; } = [];

        public ConcurrentQueue<string> Statements { get; } = [];

        public ConcurrentQueue<string> Metrics { get; } = [];

        public void Dispose()
        {
            _activities.Dispose();
            _meters.Dispose();
        }

        private void Take(Activity activity)
        {
            if (activity.GetTagItem("db.query.text") is string sql) Statements.Enqueue(sql);
            else Operations.Enqueue(Text($"{activity.DisplayName} {activity.GetTagItem("graphql.operation.name")}", activity.TagObjects.Where(tag => !tag.Key.StartsWith("graphql.operation.", StringComparison.Ordinal))));
        }

        private static string Text(string name, IEnumerable<KeyValuePair<string, object?>> tags) =>
            string.Join(' ', tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}").Prepend(name));
    }
}
