using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Planning;

namespace JobsSpecGen.Conformance.Session;

/// <summary>The test cases that a run executes: all, or those of the selected clauses.</summary>
internal sealed class SelectedCases
{
    private const string ExcludedReason = "excluded: other clauses were selected";

    private readonly HashSet<string>? _clauses;

    /// <exception cref="ArgumentException">The spec has no such clause, or the options have a baseline, which covers all clauses.</exception>
    public SelectedCases(TestPlan plan, IConformanceTarget target)
    {
        var options = target.Options;
        IEnumerable<TestCase> others = [.. plan.Exploratory, .. target is HttpTarget ? plan.Wire : []];
        if (options.Clauses is not { Count: > 0 } clauses)
        {
            Directed = plan.Directed;
            Others = [.. others];
            return;
        }

        if (clauses.FirstOrDefault(id => plan.Model.Clause(id) is null) is { } unknown)
        {
            throw new ArgumentException($"The spec has no clause '{unknown}'.", nameof(target));
        }

        if (options.BaselineFile is not null)
        {
            throw new ArgumentException("A baseline covers all clauses. It cannot be compared with a run of selected clauses.", nameof(target));
        }

        _clauses = new(clauses, StringComparer.Ordinal);
        Directed = [.. plan.Directed.Where(IsSelected)];
        Others = [.. others.Where(IsSelected)];
        Excluded = [.. plan.Directed.Concat(others).Where(c => !IsSelected(c)).Select(c => ExcludedResult(c.Planned))];
    }

    public IReadOnlyList<TestCase> Directed { get; }

    /// <summary>The exploratory test cases and, for a target over HTTP, the wire test cases. They have no dry run.</summary>
    public IReadOnlyList<TestCase> Others { get; }

    /// <summary>The results of the test cases that are not executed.</summary>
    public IReadOnlyList<CaseResult> Excluded { get; } = [];

    public int Count => Directed.Count + Others.Count;

    /// <summary>
    /// Replaces the verdict on a clause that was not selected. Such a clause counts neither for nor against the backend, even if a test
    /// case of another clause found it violated.
    /// </summary>
    public ClauseResult Judge(ClauseResult result) => _clauses?.Contains(result.Clause.Id) != false ? result : result with
    {
        Verdict = Verdict.NotExercised,
        Reason = result.Failures.Count == 0
            ? ExcludedReason
            : $"{ExcludedReason}; their test cases found: {result.Failures[0].Summary}",
    };

    private bool IsSelected(TestCase testCase) => testCase.Planned.Clause is { } clause && _clauses!.Contains(clause);

    private static CaseResult ExcludedResult(PlannedCase planned) => new(planned.Kind, planned.Name, planned.Clause, Verdict.NotExercised, ExcludedReason, null);
}
