using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Pivots;
using ControlStrategy.Domain.Strategies;
using ControlStrategy.GraphQL.Records;

namespace ControlStrategy.Api.Analytics.Pivots;

/// <summary>Puts together what was read and computed.</summary>
/// <param name="asked">What was asked.</param>
/// <param name="asAt">The moment whose knowledge it is; null for now.</param>
/// <param name="labels">Names of its members; null where nobody reads them.</param>
internal sealed class PivotAnswer(AskedPivot asked, DateTimeOffset? asAt, PivotLabels? labels)
{
    public async Task<Pivot> ReadAsync(PivotReading reading, CancellationToken cancellation)
    {
        var (sums, charts) = (await reading.SumsAsync(cancellation), await reading.ChartRowsAsync(cancellation));
        var (populations, aims) = (await reading.PopulationsAsync(cancellation), await reading.AimsAsync(cancellation));
        var request = new PivotRequest
        {
            Layout = asked.Layout,
            Members = asked.Members,
            Measures = asked.Measures.All,
            Areas = asked.Areas.Tree,
            Periods = asked.Periods,
            Windows = reading.Windows,
            Sums = sums.Sums,
            ChartRows = charts.Rows,
            Populations = populations.Rows,
            Aims = aims.Rows,
        };
        var grid = PivotGrid.Compute(request, cancellation);
        DateTimeOffset?[] newest = [sums.NewestRecordedAt, charts.NewestRecordedAt, populations.NewestRecordedAt, aims.NewestRecordedAt];
        return new Pivot(
            asAt,
            newest.Max(),
            await reading.SourcesAsync(cancellation),
            sums.AnyProvisional || charts.Rows.Any(row => row.IsProvisional),
            Columns(grid),
            Rows(grid));
    }

    private PivotRow[] Rows(PivotGrid grid) =>
        [.. grid.Rows.Select((place, row) => new PivotRow(Header(place, asked.Layout.Rows), grid.Cells[row]))];

    private PivotColumn[] Columns(PivotGrid grid) =>
    [
        .. from place in grid.Columns
           let header = Header(place, asked.Layout.Columns)
           from value in asked.Layout.Values
           select new PivotColumn(header, value, labels is null ? "" : string.Join(", ", header.Labels.Append(PivotWords.Label(value)))),
    ];

    private PivotHeader Header(PivotPlace place, PivotAxis axis)
    {
        var period = place.Period is { } at ? asked.Periods[at] : null;
        var names = labels?.Of(place, axis) ?? [];
        return new PivotHeader
        {
            Kind = place.Depth == axis.Dimensions.Count ? PivotHeaderKind.Member : place.Depth == 0 ? PivotHeaderKind.Total : PivotHeaderKind.Subtotal,
            Depth = place.Depth,
            Label = names.Count == 0 ? "" : names[^1],
            Labels = names,
            Outcome = place.OutcomeId is { } outcome ? new EntityKey<Outcome>(outcome) : null,
            Measure = place.MeasureId is { } measure ? new EntityKey<Measure>(measure) : null,
            Area = place.AreaId is { } area ? new EntityKey<Area>(area) : null,
            Period = period?.Label,
            PeriodStart = period?.FirstDay,
            PeriodEnd = period?.LastDay,
            Status = place.Status,
            Variation = place.Variation,
        };
    }
}
