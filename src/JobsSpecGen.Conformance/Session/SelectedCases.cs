using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Planning;

namespace JobsSpecGen.Conformance.Session;

/// <summary>The cases that a run is to make: all, or those that are there to check the clauses that were chosen.</summary>
internal sealed class SelectedCases
{
    private const string WhyLeftOut = "left out: other clauses were chosen";

    private readonly HashSet<string>? _clauses;

    /// <exception cref="ArgumentException">The spec has no such clause, or a baseline is given, which is about all of them.</exception>
    public SelectedCases(TestPlan plan, IConformanceTarget target)
    {
        var options = target.Options;
        IEnumerable<TestCase> live = [.. plan.Live, .. target is HttpTarget ? plan.Wire : []];
        if (options.Clauses is not { Count: > 0 } clauses)
        {
            Directed = plan.Cases;
            Live = [.. live];
            return;
        }

        if (clauses.FirstOrDefault(id => plan.Model.Clause(id) is null) is { } unknown)
        {
            throw new ArgumentException($"The spec has no clause '{unknown}'.", nameof(target));
        }

        if (options.BaselineFile is not null)
        {
            throw new ArgumentException("A baseline is about all clauses; it cannot be held against a run of some.", nameof(target));
        }

        _clauses = new(clauses, StringComparer.Ordinal);
        Directed = [.. plan.Cases.Where(IsChosen)];
        Live = [.. live.Where(IsChosen)];
        LeftOut = [.. plan.Cases.Concat(live).Where(c => !IsChosen(c)).Select(c => Result(c.Planned))];
    }

    public IReadOnlyList<TestCase> Directed { get; }

    public IReadOnlyList<TestCase> Live { get; }

    /// <summary>What is to be said of the cases that are not made.</summary>
    public IReadOnlyList<CaseResult> LeftOut { get; } = [];

    public int Count => Directed.Count + Live.Count;

    /// <summary>A clause that was not chosen counts neither for nor against the backend, whatever was seen of it on the way.</summary>
    public ClauseResult Judge(ClauseResult result) => _clauses?.Contains(result.Clause.Id) != false ? result : result with
    {
        Verdict = Verdict.NotExercised,
        Reason = result.Failures.Count == 0
            ? WhyLeftOut
            : $"{WhyLeftOut}; on the way to them: {result.Failures[0].Summary}",
    };

    private bool IsChosen(TestCase testCase) => testCase.Planned.Clause is { } clause && _clauses!.Contains(clause);

    private static CaseResult Result(PlannedCase planned) => new(planned.Kind, planned.Name, planned.Clause, Verdict.NotExercised, WhyLeftOut, null);
}
