using System.Diagnostics;
using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Planning;
using JobsSpecGen.Conformance.SelfProof;
using JobsSpecGen.Conformance.Session;

namespace JobsSpecGen.Conformance;

/// <summary>What the races and restarts of a suite made of a host that breaks a guarantee.</summary>
/// <param name="Fault">What the host gets wrong.</param>
/// <param name="Clause">The clause that it breaks; null for a host that keeps all.</param>
/// <param name="Violated">The clauses that were found violated.</param>
/// <param name="FoundBy">The names of the races and restarts that failed.</param>
/// <param name="TraceLength">How many calls the shortest failure has; 0 where there is none.</param>
/// <param name="FoundAfter">How long the race or restart took that found the first failure.</param>
public sealed record HostProof(string Fault, string? Clause, IReadOnlyList<string> Violated, IReadOnlyList<string> FoundBy, int TraceLength, TimeSpan FoundAfter);

/// <summary>Runs the races and restarts of a suite against hosts that break one guarantee each, and against one that keeps them all.</summary>
public static class HostProofRun
{
    /// <summary>One result for each host whose guarantee the spec promises.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="options">How much is tried.</param>
    /// <param name="isThorough">Whether all races and restarts are run against each host, and against one that keeps all; or only those of the clause that it breaks, until one fails.</param>
    /// <param name="cancellationToken">Stops the run.</param>
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
        HostFault.LooksShared or HostFault.SeenLate or HostFault.SnapshotWhenIdle => spec.FreshnessClause,
        HostFault.NothingStored or HostFault.LastLost or HostFault.StoredOverEachOther => spec.DurabilityClause,
        _ => null,
    };
}
