using System.Diagnostics;
using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Mutants;
using JobsSpecGen.Conformance.Planning;
using JobsSpecGen.Conformance.SelfProof;
using JobsSpecGen.Conformance.Session;

namespace JobsSpecGen.Conformance;

/// <summary>Runs a suite against every mutant of its own spec: a suite that cannot fail proves nothing by passing.</summary>
public static class SelfProofRun
{
    /// <summary>Runs the deterministic cases against each mutant until one of them cites the clause that the mutant breaks.</summary>
    /// <param name="suite">The suite; it must have mutants woven in.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public static Task<SelfProofReport> RunAsync(ConformanceSuite suite, CancellationToken cancellationToken) => RunAsync(suite, mutants => mutants, cancellationToken);

    /// <summary>Runs the deterministic cases against some mutants, each until one of them cites the clause that the mutant breaks.</summary>
    /// <param name="suite">The suite; it must have mutants woven in.</param>
    /// <param name="choose">Chooses from all mutants those that are run.</param>
    /// <param name="cancellationToken">Stops the run.</param>
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

    private static async Task<MutantResult> RunAsync(TestPlan plan, EquivalenceProof product, Mutation mutation, CancellationToken cancellationToken)
    {
        var clock = new SteppingClock(TimeSpan.FromMilliseconds(1));
        var target = new MutantTarget(plan.Model, mutation, clock);
        var session = await RunSession.StartAsync(plan, target, $"mutant {mutation.Info}", clock, cancellationToken).ConfigureAwait(false);
        var cited = new List<string>();
        string? first = null;

        // Cases of the clause first: most mutants are found by these.
        foreach (var testCase in plan.Directed.OrderBy(c => c.Planned.Clause == mutation.Info.Clause ? 0 : 1))
        {
            var result = await session.ExecuteAsync(testCase, cancellationToken).ConfigureAwait(false);
            if (result.Failure is not { } failure)
            {
                continue;
            }

            first ??= $"{result.Kind}: {result.Name}";
            cited.Add(failure.Clause.Id);
            if (failure.Clause.Id == mutation.Info.Clause)
            {
                return new(mutation.Info, MutantStatus.Killed, [.. cited.Distinct()], $"{result.Kind}: {result.Name}");
            }
        }

        if (cited.Count > 0)
        {
            return new(mutation.Info, MutantStatus.KilledElsewhere, [.. cited.Distinct()], first);
        }

        var proof = product.Prove(mutation);
        var fate = proof.Difference is not null ? MutantStatus.Survived : proof.IsComplete ? MutantStatus.Equivalent : MutantStatus.Undecided;
        return new(mutation.Info, fate, [], null) { Pairs = proof.Pairs, Difference = proof.Difference };
    }
}
