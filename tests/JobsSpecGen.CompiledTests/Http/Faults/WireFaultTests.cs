using IotJobsData;
using JobsSpecGen.CompiledTests.Harness;
using JobsSpecGen.Conformance;
using Microsoft.AspNetCore.Builder;

namespace JobsSpecGen.CompiledTests.Http.Faults;

/// <summary>The rules of the wire can fail: each mistake is found under its clause, and under no other.</summary>
public class WireFaultTests
{
    private static readonly ConformanceSuite Suite = JobsDataPlaneSuite.Instance;

    public static TheoryData<string> Names => [.. TestScale.SomeOfEach(1, WireFaults.All, fault => fault.Value.Rule).Select(fault => fault.Key)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_mistake_on_the_wire_is_found_under_its_clause_alone(string name)
    {
        var (rule, fault) = WireFaults.All[name];
        var reference = new InMemoryJobsDataPlane();
        await using var host = await HttpHost.StartAsync(endpoints =>
        {
            ((IApplicationBuilder)endpoints).Use(fault);
            ((IApplicationBuilder)endpoints).UseRouting();
            endpoints.MapJobsDataPlane(reference);
        });
        var report = await Reports.RunAsync(Suite, () => new Target(host, reference), name);
        var violated = report.Clauses.Where(c => c.Verdict == Verdict.Violated).ToList();
        Assert.Equal([Suite.Spec.WireClauses[rule]], violated.Select(c => c.Clause.Id));
        Assert.Contains("Request as sent:", violated[0].Failures[0].Message, StringComparison.Ordinal);
        Assert.Contains("curl -i ", violated[0].Failures[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_has_a_mistake() => Assert.Equal(Enum.GetValues<WireRule>(), WireFaults.All.Values.Select(f => f.Rule).Distinct().Order());

    /// <summary>Behaviour is tested elsewhere; here it only must not be blamed. Reduced, one clause of each operation stands for it.</summary>
    private sealed class Target(HttpHost host, InMemoryJobsDataPlane reference) : HttpTarget(Suite, host.Http.BaseAddress!, new() { Environment = new Direct(reference) })
    {
        public override ConformanceOptions Options => base.Options with
        {
            RandomSequences = 0,
            ConcurrentRuns = 0,
            Clauses = TestScale.IsFull ? null : [.. Suite.Spec.WireClauses.Values, "update.version-mismatch", "execution.unknown", "describe.answer", "get-pending.answer", "start-next.answer"],
        };
    }
}
