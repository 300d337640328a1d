using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Exploration;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Clock;

/// <summary>
/// Plans calls that stamp a time, made one day after the calls before. Their stamps must be of the later day, and earlier stamps must not
/// change. The cases detect a backend that takes the time from its start, from a cache or from a clock other than its own.
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
            new CaseScript.OneCall(p.Witness!.Arrange, p.Witness.Call, ObservationLevel.Full) { ClockAdvance = Day }))
        .DistinctBy(c => c.Planned.Name);

    private bool IsTime(string field)
    {
        var dot = field.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && model.Collection(field[..dot])?.Fields.FirstOrDefault(f => f.Name == field[(dot + 1)..]) is { } member
            && model.Shape(member.Shape).Kind == ShapeKind.Timestamp;
    }
}
