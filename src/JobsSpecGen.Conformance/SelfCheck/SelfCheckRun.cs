using System.Diagnostics;
using System.Runtime.CompilerServices;
using JobsSpecGen.Conformance.Mutants;
using JobsSpecGen.Conformance.Planning;
using JobsSpecGen.Conformance.Session;

namespace JobsSpecGen.Conformance.SelfCheck;

/// <summary>
/// Runs a suite against canaries: backends that are wrong on purpose. Each is run until a test case finds it. Canaries use the step function
/// of the suite in process, so that the self-check needs neither mutants nor the backend under test. It runs once for each suite.
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
        foreach (var testCase in plan.Directed.OrderBy(c => c.Planned.Kind == canary.FirstKind ? 0 : 1))
        {
            var result = await session.ExecuteAsync(testCase, CancellationToken.None).ConfigureAwait(false);

            // A deviation without a clause is reported as an error of the suite. The canary counts as found in that case as well.
            var message = result.Failure?.Summary ?? (result.Verdict == Verdict.Error ? result.Reason : null);
            if (target.WasWrong && message is not null && (canary.ExpectedMessage is null || message.Contains(canary.ExpectedMessage, StringComparison.Ordinal)))
            {
                return new(canary.Name, true, $"{result.Kind}: {result.Name}");
            }
        }

        return new(canary.Name, target.WasWrong, null);
    }
}
