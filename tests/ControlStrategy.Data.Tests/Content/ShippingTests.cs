using ControlStrategy.Data.Content;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Content;

public sealed class ShippingTests(DatabaseWithDemonstration filled) : IClassFixture<DatabaseWithDemonstration>, IAsyncLifetime
{
    private readonly DatabaseFile _empty = new();

    public Task InitializeAsync() => _empty.InitializeAsync();

    public Task DisposeAsync() => _empty.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_filled_database_is_left_as_it_is(bool withDemonstration)
    {
        await using var context = filled.Open();
        var before = TableText.Of(context);

        Assert.False(await ShippedContent.ShipAsync(context, withDemonstration));

        Assert.Equal(before, TableText.Of(context));
    }

    [Fact]
    public async Task Two_installations_hold_the_same_rows()
    {
        await using var first = filled.Open();
        await using var second = _empty.Open();

        Assert.True(await ShippedContent.ShipAsync(second, withDemonstration: true));

        Assert.Equal(TableText.Of(first), TableText.Of(second));
    }

    [Fact]
    public async Task Of_several_that_start_at_once_one_fills_the_database()
    {
        using var start = new Barrier(3);

        var shipped = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Factory.StartNew(
            () =>
            {
                using var context = _empty.Open();
                start.SignalAndWait();
                return ShippedContent.ShipAsync(context, withDemonstration: true).GetAwaiter().GetResult();
            },
            TaskCreationOptions.LongRunning)));

        Assert.Single(shipped, filledByThis => filledByThis);
        await using var first = filled.Open();
        await using var second = _empty.Open();
        Assert.Equal(TableText.Of(first), TableText.Of(second));
    }

    [Fact]
    public async Task A_filling_that_is_stopped_leaves_nothing_and_can_be_done_again()
    {
        using var stop = new CancellationTokenSource();
        await using (var context = _empty.Open())
        {
            // By then everything but the bulk of the demonstration data is in the transaction.
            context.SavedChanges += (_, _) => stop.Cancel();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => ShippedContent.ShipAsync(context, withDemonstration: true, stop.Token));
        }

        await using var after = _empty.Open();
        Assert.False(await after.Areas.AnyAsync());
        Assert.True(await ShippedContent.ShipAsync(after, withDemonstration: false));
    }

    [Fact]
    public async Task The_context_is_given_back_tracking_nothing()
    {
        await using var context = _empty.Open();

        await ShippedContent.ShipAsync(context, withDemonstration: false);

        Assert.Empty(context.ChangeTracker.Entries());
        Assert.Null(context.Database.CurrentTransaction);
    }

    [Fact]
    public void Shipped_observations_are_recorded_at_a_fixed_time()
    {
        using var context = filled.Open();

        var times = context.Observations.IgnoreQueryFilters().Select(x => new { x.RecordedAt, x.SupersededAt }).Distinct().ToList();

        var time = Assert.Single(times);
        Assert.Equal((new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), null), (time.RecordedAt, time.SupersededAt));
    }
}
