using System.Diagnostics;
using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Planning;
using JobsSpecGen.Conformance.SelfProof;
using JobsSpecGen.Conformance.Session;

namespace JobsSpecGen.Conformance;

/// <summary>The result of running the races and restarts of a suite against a host that violates a guarantee.</summary>
/// <param name="Fault">The defect of the host.</param>
/// <param name="Clause">The clause that the host violates, or null for a host that keeps all guarantees.</param>
/// <param name="Violated">The clauses that were found violated.</param>
/// <param name="FoundBy">The names of the races and restarts that failed.</param>
/// <param name="TraceLength">The number of calls of the shortest failure, or 0 if there is none.</param>
/// <param name="FoundAfter">The duration of the race or restart that found the first failure.</param>
public sealed record HostProof(string Fault, string? Clause, IReadOnlyList<string> Violated, IReadOnlyList<string> FoundBy, int TraceLength, TimeSpan FoundAfter);

/// <summary>Runs the races and restarts of a suite against hosts that each violate one guarantee, and against a host that keeps all guarantees.</summary>
public static class HostProofRun
{
    /// <summary>Runs against each host that violates a guarantee of the spec.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="options">The budget of the races and restarts.</param>
    /// <param name="isThorough">
    /// True runs all races and restarts against each host, and against a host that keeps all guarantees. False runs only those of the
    /// violated clause, until one fails.
    /// </param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <returns>One result for each host.</returns>
    public static async Task<IReadOnlyList<HostProof>> RunAsync(ConformanceSuite suite, ConformanceOptions options, bool isThorough, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(suite);
        var plan = ConformancePlan.Full(suite);
        var results = new List<HostProof>();
        foreach (var fault in Enum.GetValues<HostFault>())
        {
            var clause = ClauseOf(suite.Spec, fault);
            if (clause is not null || (fault == HostFault.None && isThorough))
            {
                results.Add(await RunAsync(plan, fault, clause, options, isThorough, cancellationToken).ConfigureAwait(false));
            }
        }

        return results;
    }

    private static async Task<HostProof> RunAsync(TestPlan plan, HostFault fault, string? clause, ConformanceOptions options, bool isThorough, CancellationToken cancellationToken)
    {
        var session = await RunSession.StartAsync(plan, new FaultyHost(plan.Model, fault, options), fault.ToString(), TimeProvider.System, cancellationToken).ConfigureAwait(false);
        var failures = new List<ConformanceFailure>();
        var foundBy = new List<string>();
        var foundAfter = TimeSpan.Zero;
        foreach (var testCase in plan.Exploratory.Where(c => c.Script is CaseScript.Race or CaseScript.Restart))
        {
            if (!isThorough && (failures.Count > 0 || testCase.Planned.Clause != clause))
            {
                continue;
            }

            var watch = Stopwatch.StartNew();
            if ((await session.ExecuteAsync(testCase, cancellationToken).ConfigureAwait(false)).Failure is { } failure)
            {
                foundAfter = failures.Count == 0 ? watch.Elapsed : foundAfter;
                failures.Add(failure);
                foundBy.Add(testCase.Planned.Name);
            }
        }

        return new(fault.ToString(), clause, [.. failures.Select(f => f.Clause.Id).Distinct()], foundBy, failures.Select(f => f.TraceLength).DefaultIfEmpty().Min(), foundAfter);
    }

    private static string? ClauseOf(SpecInfo spec, HostFault fault) => fault switch
    {
        HostFault.LostUpdate or HostFault.AnswerBeforeEffect or HostFault.CallsMerged => spec.AtomicityClause,
        HostFault.ReadsShared or HostFault.VisibleLate or HostFault.SnapshotWhenIdle => spec.FreshnessClause,
        HostFault.NothingStored or HostFault.LastLost or HostFault.PartitionsOverwritten => spec.DurabilityClause,
        _ => null,
    };
}
