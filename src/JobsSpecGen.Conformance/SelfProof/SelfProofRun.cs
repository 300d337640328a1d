using System.Diagnostics;
using JobsSpecGen.Conformance.Mutants;
using JobsSpecGen.Conformance.Planning;
using JobsSpecGen.Conformance.SelfProof;
using JobsSpecGen.Conformance.Session;

namespace JobsSpecGen.Conformance;

/// <summary>Runs a suite against every mutant of its own spec. This proves that the suite detects deviations.</summary>
public static class SelfProofRun
{
    /// <summary>Runs the directed test cases against each mutant until one of them cites the clause that the mutant violates.</summary>
    /// <param name="suite">The suite. It must be generated with mutants.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    public static Task<SelfProofReport> RunAsync(ConformanceSuite suite, CancellationToken cancellationToken) => RunAsync(suite, mutants => mutants, cancellationToken);

    /// <summary>Runs the directed test cases against selected mutants, each until one of them cites the clause that the mutant violates.</summary>
    /// <param name="suite">The suite. It must be generated with mutants.</param>
    /// <param name="choose">Selects the mutants to run from all mutants.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    public static async Task<SelfProofReport> RunAsync(ConformanceSuite suite, Func<IReadOnlyList<MutantInfo>, IEnumerable<MutantInfo>> choose, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(choose);
        ArgumentNullException.ThrowIfNull(suite);
        var watch = Stopwatch.StartNew();
        var plan = ConformancePlan.Full(suite);
        var proof = new EquivalenceProof(plan);
        var results = new List<MutantResult>();
        var mutations = MutationList.Of(plan);
        var chosen = choose([.. mutations.Select(m => m.Info)]).ToHashSet();
        foreach (var mutation in mutations.Where(m => chosen.Contains(m.Info)))
        {
            results.Add(await RunAsync(plan, proof, mutation, cancellationToken).ConfigureAwait(false));
        }

        return new(results, watch.Elapsed);
    }

    private static async Task<MutantResult> RunAsync(TestPlan plan, EquivalenceProof proof, Mutation mutation, CancellationToken cancellationToken)
    {
        var clock = new SteppingClock(TimeSpan.FromMilliseconds(1));
        var target = new MutantTarget(plan.Model, mutation, clock);
        var session = await RunSession.StartAsync(plan, target, $"mutant {mutation.Info}", clock, cancellationToken).ConfigureAwait(false);
        var cited = new List<string>();
        string? first = null;

        // The test cases of the clause run first, because they kill most mutants.
        foreach (var testCase in plan.Directed.OrderBy(c => c.Planned.Clause == mutation.Info.Clause ? 0 : 1))
        {
            var caseResult = await session.ExecuteAsync(testCase, cancellationToken).ConfigureAwait(false);
            if (caseResult.Failure is not { } failure)
            {
                continue;
            }

            first ??= $"{caseResult.Kind}: {caseResult.Name}";
            cited.Add(failure.Clause.Id);
            if (failure.Clause.Id == mutation.Info.Clause)
            {
                return new(mutation.Info, MutantStatus.Killed, [.. cited.Distinct()], $"{caseResult.Kind}: {caseResult.Name}");
            }
        }

        if (cited.Count > 0)
        {
            return new(mutation.Info, MutantStatus.KilledElsewhere, [.. cited.Distinct()], first);
        }

        var result = proof.Prove(mutation);
        var status = result.Difference is not null ? MutantStatus.Survived : result.IsComplete ? MutantStatus.Equivalent : MutantStatus.Undecided;
        return new(mutation.Info, status, [], null) { Pairs = result.Pairs, Difference = result.Difference };
    }
}
