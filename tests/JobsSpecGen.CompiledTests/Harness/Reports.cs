using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.Harness;

/// <summary>Runs suites and reads reports.</summary>
internal static class Reports
{
    /// <summary>Runs a suite against the reference of a spec, on a clock for which neither of them waits.</summary>
    public static Task<ConformanceReport> RunAsync(ConformanceSuite suite, CompiledSpec spec, string backend)
    {
        var clock = new SteppingTime();
        return RunAsync(suite, () => spec.CreateReference(clock), backend, clock);
    }

    public static async Task<ConformanceReport> RunAsync(ConformanceSuite suite, Func<IConformanceTarget> target, string backend, TimeProvider? clock = null)
    {
        var report = await new ConformanceRun(suite, target, backend, clock).ReportAsync(TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{backend}: {report.Cases.Count} cases, {report.Calls} calls, {report.Elapsed.TotalSeconds:0.0} s");
        foreach (var found in report.Cases.Where(c => c.Failure is not null).GroupBy(c => c.Failure!.Clause.Id))
        {
            TestContext.Current.TestOutputHelper!.WriteLine($"{found.Key}: {found.Count()} cases, of clauses {string.Join(", ", found.Select(c => c.Clause ?? c.Kind.ToString()).Distinct())}");
            TestContext.Current.TestOutputHelper!.WriteLine(found.First().Failure!.Message + "\n");
        }

        // A suite or an adapter that breaks says nothing about a backend; a test that let it pass would prove nothing.
        Assert.Empty(report.Cases.Where(c => c.Verdict == Verdict.Error).Select(c => c.Name + ": " + c.Reason));
        return report;
    }

    /// <summary>The ids of the violated clauses; by default those that a backend must keep.</summary>
    public static IEnumerable<string> Violated(this ConformanceReport report, ClauseLevel level = ClauseLevel.Must) =>
        report.Clauses.Where(c => c.Verdict == Verdict.Violated && c.Clause.Level == level).Select(c => c.Clause.Id);

    /// <summary>Fails unless every clause is verified, but for what a request in C# cannot lack, what only raw requests show, and what the backend would have to be able to do.</summary>
    public static void AssertAllVerified(this ConformanceReport report)
    {
        bool IsRaw(string? clause) => clause is not null && report.Spec.WireClauses.Values.Contains(clause);

        Assert.True(report.Conforms);
        Assert.Empty(report.Clauses.Where(c => c.Verdict != Verdict.Verified && !IsUnsayable(c.Verdict, c.Clause.Id, c.Reason) && !IsRaw(c.Clause.Id) && !IsCapability(c.Verdict, c.Reason)).Select(c => $"{c.Clause.Id} {c.Verdict}: {c.Reason}"));
        Assert.Empty(report.Cases.Where(c => c.Verdict != Verdict.Verified && !IsUnsayable(c.Verdict, c.Clause, c.Reason) && !IsRaw(c.Clause) && !IsCapability(c.Verdict, c.Reason)).Select(c => $"{c.Kind} {c.Name} {c.Verdict}: {c.Reason}"));
    }

    /// <summary>The reference neither stores anything nor lets its clock be moved.</summary>
    private static bool IsCapability(Verdict verdict, string? reason) => verdict == Verdict.NotVerifiableHere && reason is not null
        && (reason.Contains(nameof(IRestartable), StringComparison.Ordinal) || reason.Contains(nameof(IClockControl), StringComparison.Ordinal));

    private static bool IsUnsayable(Verdict verdict, string? clause, string? reason) => verdict == Verdict.NotVerifiableHere
        && (clause?.EndsWith(".required", StringComparison.Ordinal) == true || reason!.Contains("a path", StringComparison.Ordinal));
}
