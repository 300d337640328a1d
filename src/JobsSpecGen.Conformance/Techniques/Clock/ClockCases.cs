using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Exploration;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Clock;

/// <summary>
/// Calls that stamp a time, a day after what came before: what they stamp must be that day's, and what was stamped before must
/// not follow. A backend that takes the time of its start, of a cache or of another clock than its own shows here.
/// </summary>
internal sealed class ClockCases(SuiteModel model, ExplorationResult exploration)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public IEnumerable<TestCase> All() => model.Spec.Points
        .Where(p => p.Clause is not null && p.Kind is PointKind.Wrote or PointKind.Created && p.Fields.Any(IsTime))
        .Select(p => (Point: p, Witness: exploration.Witnesses[p.Index].FirstOrDefault(w => w.Quality > 1 && w.Report.Refusal is null)))
        .Where(p => p.Witness is not null)
        .Select(p => new TestCase(
            new(CaseKind.Clock, $"{p.Point.Clause} / {p.Point.Operation} / a day later", p.Point.Clause),
            new CaseScript.OneCall(p.Witness!.Arrange, p.Witness.Call, ObservationLevel.Full) { Later = Day }))
        .DistinctBy(c => c.Planned.Name);

    private bool IsTime(string field)
    {
        var dot = field.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && model.Collection(field[..dot])?.Fields.FirstOrDefault(f => f.Name == field[(dot + 1)..]) is { } member
            && model.Shape(member.Shape).Kind == ShapeKind.Timestamp;
    }
}
