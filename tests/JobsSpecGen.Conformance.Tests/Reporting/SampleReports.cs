using JobsSpecGen.Conformance.Tests.Desk;

namespace JobsSpecGen.Conformance.Tests.Reporting;

/// <summary>Reports of every kind: from runs against the desk, and changed by hand where no run gives them.</summary>
internal static class SampleReports
{
    /// <summary>What would be a script, a way out of an attribute, markup, or text that a format cannot carry.</summary>
    public const string Hostile = "</pre><script>document.title='owned'</script>\" onload=\"x' {{ report }} {% raw %} ]]> | `` \0 \uD800 \u202Eabc &amp; ü😀";

    /// <summary>A fault that the suite did not detect in its self-check.</summary>
    public const string Unnoticed = "an effect that is not stored";

    private static readonly Lazy<Task<ConformanceReport>> s_passing = Run(new());
    private static readonly Lazy<Task<ConformanceReport>> s_failing = Run(new(DeskFault.VersionIgnored));
    private static readonly Lazy<Task<ConformanceReport>> s_gaps = Run(new() { Cannot = "DropTicket" });
    private static readonly Lazy<Task<ConformanceReport>> s_broken = Run(new() { Breaks = "DropTicket" });

    public static Task<ConformanceReport> Passing => s_passing.Value;

    public static Task<ConformanceReport> Failing => s_failing.Value;

    /// <summary>The adapter cannot arrange a situation.</summary>
    public static Task<ConformanceReport> WithGaps => s_gaps.Value;

    /// <summary>The adapter throws.</summary>
    public static Task<ConformanceReport> Broken => s_broken.Value;

    public static async Task<ConformanceReport> DeviatingAsync() => With(await Failing, c => c with { Level = ClauseLevel.Should });

    public static async Task<ConformanceReport> NothingVerifiedAsync()
    {
        var report = await Passing;
        return report with
        {
            Clauses = [.. report.Clauses.Select(c => c with { Verdict = Verdict.NotVerifiableHere, Reason = "the adapter can do nothing" })],
            Cases = [.. report.Cases.Select(c => c with { Verdict = Verdict.NotVerifiableHere, Reason = "the adapter can do nothing" })],
        };
    }

    /// <summary>The suite failed its self-check.</summary>
    public static async Task<ConformanceReport> BlindSuiteAsync()
    {
        var report = await Passing;
        var check = new SelfCheckReport([new(Unnoticed, Applies: true, FoundBy: null)], TimeSpan.Zero);
        return report with { SelfCheck = check, Clauses = JobsSpecGen.Conformance.Results.VerdictWithdrawal.Apply(report.Clauses, check) };
    }

    public static async Task<ConformanceReport> HostileAsync()
    {
        var report = await Failing;
        var hostile = With(report, c => c with { Says = Hostile, Source = Hostile, Id = c.Id + Hostile });
        return hostile with
        {
            Spec = report.Spec with { Service = Hostile, File = Hostile },
            Backend = Hostile,
            SuiteVersion = Hostile,
            Cases = [.. hostile.Cases.Select(c => c with { Name = c.Name + Hostile, Reason = Hostile })],
        };
    }

    public static async Task<ConformanceReport> OfAsync(string name) => name switch
    {
        "passing" => await Passing,
        "failing" => await Failing,
        "deviating" => await DeviatingAsync(),
        "gaps" => await WithGaps,
        "broken" => await Broken,
        "nothing verified" => await NothingVerifiedAsync(),
        "blind suite" => await BlindSuiteAsync(),
        "hostile" => await HostileAsync(),
        "known" => await KnownAsync(),
        "off the baseline" => await OffBaselineAsync(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    public static TheoryData<string> Names => ["passing", "failing", "deviating", "gaps", "broken", "nothing verified", "blind suite", "hostile", "known", "off the baseline"];

    /// <summary>The failure is one that a baseline knows.</summary>
    public static async Task<ConformanceReport> KnownAsync()
    {
        var report = await Failing;
        var baseline = ConformanceBaseline.Parse(ConformanceBaseline.From(report).ToJson().Replace("\"reason\": \"\"", "\"reason\": \"the gateway has no versions\"", StringComparison.Ordinal), "desk.json");
        return report with { Baseline = baseline.Compare(report, "desk.json") };
    }

    public static async Task<ConformanceReport> OffBaselineAsync()
    {
        var report = await Failing;
        return report with { Baseline = ConformanceBaseline.From(await Passing).Compare(report, "desk.json") };
    }

    /// <summary>The report with what its failures say of a clause, and the clause itself, changed.</summary>
    private static ConformanceReport With(ConformanceReport report, Func<ClauseInfo, ClauseInfo> change)
    {
        ConformanceFailure Change(ConformanceFailure failure)
        {
            var clause = change(failure.Clause);
            return failure with { Clause = clause, Message = clause.Says.Contains('<', StringComparison.Ordinal) ? failure.Message + "\n" + clause.Says : failure.Message };
        }

        return report with
        {
            Clauses = [.. report.Clauses.Select(c => c.Verdict != Verdict.Violated ? c : c with { Clause = change(c.Clause), Failures = [.. c.Failures.Select(Change)] })],
            Cases = [.. report.Cases.Select(c => c.Failure is null ? c : c with { Failure = Change(c.Failure) })],
        };
    }

    private static Lazy<Task<ConformanceReport>> Run(DeskTarget target) => new(() =>
        new ConformanceRun(DeskSuite.Instance, () => target, "desk 1.0").ReportAsync(CancellationToken.None));
}
