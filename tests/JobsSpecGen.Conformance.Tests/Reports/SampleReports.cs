using JobsSpecGen.Conformance.Tests.Desk;

namespace JobsSpecGen.Conformance.Tests.Reports;

/// <summary>Sample reports of runs against the desk. Reports that no run produces are made by changing such a report.</summary>
internal static class SampleReports
{
    /// <summary>Text with a script, an attribute injection, markup of several formats, and characters that formats do not support.</summary>
    public const string Hostile = "</pre><script>document.title='owned'</script>\" onload=\"x' {{ report }} {% raw %} ]]> | `` \0 \uD800 \u202Eabc &amp; ü😀";

    /// <summary>The canary that the suite of <see cref="FailedSelfCheckAsync"/> did not detect.</summary>
    public const string UndetectedCanary = "an effect that is not stored";

    private static readonly Lazy<Task<ConformanceReport>> s_passing = Run(new());
    private static readonly Lazy<Task<ConformanceReport>> s_failing = Run(new(DeskFault.VersionIgnored));
    private static readonly Lazy<Task<ConformanceReport>> s_gaps = Run(new() { Unsupported = "DropTicket" });
    private static readonly Lazy<Task<ConformanceReport>> s_broken = Run(new() { Throws = "DropTicket" });

    public static Task<ConformanceReport> Passing => s_passing.Value;

    public static Task<ConformanceReport> Failing => s_failing.Value;

    /// <summary>A run in which the adapter does not support an environment action.</summary>
    public static Task<ConformanceReport> WithGaps => s_gaps.Value;

    /// <summary>A run in which the adapter throws an exception.</summary>
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

    /// <summary>A run of a suite that failed its self-check.</summary>
    public static async Task<ConformanceReport> FailedSelfCheckAsync()
    {
        var report = await Passing;
        var check = new SelfCheckReport([new(UndetectedCanary, Applies: true, FoundBy: null)], TimeSpan.Zero);
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
        "failed self-check" => await FailedSelfCheckAsync(),
        "hostile" => await HostileAsync(),
        "known" => await KnownAsync(),
        "off the baseline" => await OffBaselineAsync(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    public static TheoryData<string> Names => ["passing", "failing", "deviating", "gaps", "broken", "nothing verified", "failed self-check", "hostile", "known", "off the baseline"];

    /// <summary>A run whose failure is accepted by a baseline.</summary>
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

    /// <summary>Changes the violated clauses of a report, including those in its failures.</summary>
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
