using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Planning;

namespace JobsSpecGen.Conformance.Reports;

/// <summary>Aggregates the results of the test cases to a verdict on each clause.</summary>
internal sealed class ReportBuilder(TestPlan plan, ResponseConstraints responses)
{
    public IReadOnlyList<ClauseResult> Clauses(IReadOnlyList<CaseResult> cases)
    {
        var byClause = cases.Where(c => c.Clause is not null).ToLookup(c => c.Clause!, StringComparer.Ordinal);

        // The first failure of a clause is the shortest one of a test case for that clause. Most readers see only that one.
        var failures = cases.Where(c => c.Failure is not null)
            .OrderBy(c => c.Clause == c.Failure!.Clause.Id ? 0 : 1)
            .ThenBy(c => c.Failure!.TraceLength)
            .ToLookup(c => c.Failure!.Clause.Id, c => c.Failure!, StringComparer.Ordinal);
        return [.. plan.Model.Spec.Clauses.Select(c => Of(c, [.. byClause[c.Id]], [.. failures[c.Id]]))];
    }

    private ClauseResult Of(ClauseInfo clause, IReadOnlyList<CaseResult> cases, IReadOnlyList<ConformanceFailure> failures)
    {
        var (verdict, reason) = Judge(clause, cases, failures);
        return new(clause, verdict, reason, cases.Count, failures);
    }

    private (Verdict Verdict, string? Reason) Judge(ClauseInfo clause, IReadOnlyList<CaseResult> cases, IReadOnlyList<ConformanceFailure> failures)
    {
        if (failures.Count > 0)
        {
            return (Verdict.Violated, failures[0].Summary);
        }

        if (cases.Any(c => c.Verdict == Verdict.Verified) || (clause.IsConstraint && responses.Covers(clause.Id)))
        {
            return (Verdict.Verified, null);
        }

        foreach (var verdict in (Verdict[])[Verdict.Error, Verdict.NotVerifiableHere, Verdict.NotExercised])
        {
            if (cases.FirstOrDefault(c => c.Verdict == verdict) is { } found)
            {
                return (verdict, found.Reason);
            }
        }

        return clause.IsConstraint
            ? (Verdict.NotExercised, "no request or response of the suite has a value that the constraint applies to")
            : (plan.IsNotVerifiable(clause) ? Verdict.NotVerifiableHere : Verdict.NotExercised, plan.ReasonForNoCase(clause));
    }
}
