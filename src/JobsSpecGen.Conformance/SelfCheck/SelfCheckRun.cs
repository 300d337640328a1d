using System.Diagnostics;
using System.Runtime.CompilerServices;
using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Mutants;
using JobsSpecGen.Conformance.Planning;
using JobsSpecGen.Conformance.Session;

namespace JobsSpecGen.Conformance.SelfCheck;

/// <summary>
/// Runs a suite on backends that are wrong on purpose, each until a case finds it. They are made of the suite's own step
/// function in process, so that it needs neither mutants nor the backend under test; it is done once for each suite.
/// </summary>
internal static class SelfCheckRun
{
    private static readonly ConditionalWeakTable<ConformanceSuite, Lazy<Task<SelfCheckReport>>> Reports = [];

    public static Task<SelfCheckReport> OfAsync(TestPlan plan) =>
        Reports.GetValue(plan.Model.Suite, _ => new(() => RunAsync(plan))).Value;

    private static async Task<SelfCheckReport> RunAsync(TestPlan plan)
    {
        var watch = Stopwatch.StartNew();
        var results = new List<CanaryResult>();
        foreach (var canary in new Canaries(plan.Model, plan.Alphabet.Classes.Samples).All())
        {
            results.Add(await RunAsync(plan, canary).ConfigureAwait(false));
        }

        return new(results, watch.Elapsed);
    }

    private static async Task<CanaryResult> RunAsync(TestPlan plan, Canary canary)
    {
        var clock = new SteppingClock(TimeSpan.FromSeconds(1.0 / plan.Model.Spec.TicksPerSecond));
        var target = new CanaryTarget(plan.Model, canary, clock);
        var session = await RunSession.StartAsync(plan, target, "canary", clock, CancellationToken.None).ConfigureAwait(false);
        foreach (var testCase in plan.Directed.OrderBy(c => c.Planned.Kind == canary.Soonest ? 0 : 1))
        {
            var result = await session.ExecuteAsync(testCase, CancellationToken.None).ConfigureAwait(false);

            // A deviation that no clause covers is an error of the suite's, and no green verdict either.
            var said = result.Failure?.Summary ?? (result.Verdict == Verdict.Error ? result.Reason : null);
            if (target.WasWrong && said is not null && (canary.Says is null || said.Contains(canary.Says, StringComparison.Ordinal)))
            {
                return new(canary.Name, true, $"{result.Kind}: {result.Name}");
            }
        }

        return new(canary.Name, target.WasWrong, null);
    }
}
