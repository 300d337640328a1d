using System.Diagnostics;
using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Contract;
using JobsSpecGen.Conformance.Planning;
using JobsSpecGen.Conformance.Reports;
using JobsSpecGen.Conformance.Results;
using JobsSpecGen.Conformance.SelfCheck;
using JobsSpecGen.Conformance.Session;

namespace JobsSpecGen.Conformance;

/// <summary>
/// One run of a suite against one backend. The first request for a report, a verdict or a result starts it. It runs once, and all
/// members return data of the same report.
/// </summary>
public sealed class ConformanceRun
{
    private readonly ConformanceSuite _suite;
    private readonly Func<IConformanceTarget> _createTarget;
    private readonly string? _backendName;
    private readonly TimeProvider _clock;
    private readonly IProgress<CaseProgress>? _progress;
    private readonly Lazy<Task<ConformanceReport>> _report;
    private IReadOnlyList<CaseResult> _excluded = [];

    /// <summary>Creates a run. It does not call the backend yet.</summary>
    /// <param name="suite">The suite to run.</param>
    /// <param name="createTarget">Creates the target. It is called once, and the target is disposed at the end of the run.</param>
    /// <param name="backendName">
    /// The name of the backend for the report, with its version if known. Null uses <see cref="IConformanceTarget.Name"/> of the target.
    /// </param>
    /// <param name="clock">The clock of the tester. Null uses the system clock.</param>
    /// <param name="progress">Receives the progress after each test case, before the next one begins. Null reports no progress.</param>
    public ConformanceRun(
        ConformanceSuite suite, Func<IConformanceTarget> createTarget, string? backendName = null, TimeProvider? clock = null, IProgress<CaseProgress>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(suite);
        ArgumentNullException.ThrowIfNull(createTarget);
        _suite = suite;
        _createTarget = createTarget;
        _backendName = backendName;
        _clock = clock ?? TimeProvider.System;
        _progress = progress;
        _report = new(() => Task.Run(RunAsync));
    }

    /// <summary>The suite that is run.</summary>
    public ConformanceSuite Suite => _suite;

    /// <summary>The version of the engine.</summary>
    public static string SuiteVersion => EngineVersion.Text;

    /// <summary>Gets the whole report.</summary>
    /// <param name="cancellationToken">Cancels the wait. It does not stop the run.</param>
    public Task<ConformanceReport> ReportAsync(CancellationToken cancellationToken) => _report.Value.WaitAsync(cancellationToken);

    /// <summary>Gets the verdict on one clause.</summary>
    /// <param name="id">The ID of the clause.</param>
    /// <param name="cancellationToken">Cancels the wait. It does not stop the run.</param>
    /// <exception cref="ArgumentException">The spec has no such clause.</exception>
    public async Task<ClauseResult> ClauseAsync(string id, CancellationToken cancellationToken)
    {
        var report = await ReportAsync(cancellationToken).ConfigureAwait(false);
        return report.Clauses.FirstOrDefault(c => c.Clause.Id == id)
            ?? throw new ArgumentException($"The spec has no clause '{id}'.", nameof(id));
    }

    /// <summary>Gets the result of one test case.</summary>
    /// <param name="kind">The kind of the test case.</param>
    /// <param name="name">The name of the test case.</param>
    /// <param name="cancellationToken">Cancels the wait. It does not stop the run.</param>
    /// <exception cref="ArgumentException">The plan has no such test case.</exception>
    public async Task<CaseResult> CaseAsync(CaseKind kind, string name, CancellationToken cancellationToken)
    {
        var report = await ReportAsync(cancellationToken).ConfigureAwait(false);
        return report.Cases.FirstOrDefault(c => c.Kind == kind && c.Name == name)
            ?? _excluded.FirstOrDefault(c => c.Kind == kind && c.Name == name)
            ?? throw new ArgumentException($"The plan has no {kind} case '{name}'.", nameof(name));
    }

    /// <summary>Gets the outcome of a unit test for one clause. A known failure of the baseline is skipped.</summary>
    /// <param name="id">The ID of the clause.</param>
    /// <param name="cancellationToken">Cancels the wait. It does not stop the run.</param>
    /// <exception cref="ArgumentException">The spec has no such clause.</exception>
    public async Task<TestJudgement> JudgeClauseAsync(string id, CancellationToken cancellationToken) =>
        Judgement.Of(await ReportAsync(cancellationToken).ConfigureAwait(false), await ClauseAsync(id, cancellationToken).ConfigureAwait(false));

    /// <summary>Gets the outcome of a unit test for one test case. A known failure of the baseline is skipped.</summary>
    /// <param name="kind">The kind of the test case.</param>
    /// <param name="name">The name of the test case.</param>
    /// <param name="cancellationToken">Cancels the wait. It does not stop the run.</param>
    /// <exception cref="ArgumentException">The plan has no such test case.</exception>
    public async Task<TestJudgement> JudgeCaseAsync(CaseKind kind, string name, CancellationToken cancellationToken) =>
        Judgement.Of(await ReportAsync(cancellationToken).ConfigureAwait(false), await CaseAsync(kind, name, cancellationToken).ConfigureAwait(false));

    /// <summary>
    /// Gets the outcome of a unit test for the run as a whole: whether at least one clause was verified, and whether the run differs from
    /// its baseline. No test of a single clause shows this.
    /// </summary>
    /// <param name="cancellationToken">Cancels the wait. It does not stop the run.</param>
    public async Task<TestJudgement> JudgeRunAsync(CancellationToken cancellationToken) =>
        Judgement.Of(await ReportAsync(cancellationToken).ConfigureAwait(false));

    private async Task<ConformanceReport> RunAsync()
    {
        var watch = Stopwatch.StartNew();
        var startedAt = _clock.GetUtcNow();
        var plan = ConformancePlan.Full(_suite);
        var target = _createTarget();
        await using (target.ConfigureAwait(false))
        {
            var backend = _backendName ?? target.Name;
            var selected = new SelectedCases(plan, target);
            _excluded = selected.Excluded;
            var output = new ReportOutput(target.Options, backend);
            var session = await RunSession.StartAsync(plan, target, backend, _clock, CancellationToken.None).ConfigureAwait(false);
            await session.DryRunAsync(selected.Directed, testCase => ReportProgress(testCase, null, 0, selected.Count), CancellationToken.None).ConfigureAwait(false);
            var cases = new List<CaseResult>();
            foreach (var testCase in selected.Directed.Concat(selected.Others))
            {
                cases.Add(await session.ExecuteAsync(testCase, CancellationToken.None).ConfigureAwait(false));
                ReportProgress(testCase, cases[^1].Verdict, cases.Count, selected.Count);
            }

            IReadOnlyList<ClauseResult> clauses = [.. new ReportBuilder(plan, session.Responses).Clauses(cases).Select(selected.Judge)];
            var elapsed = watch.Elapsed;
            var selfCheck = await SelfCheckRun.OfAsync(plan).ConfigureAwait(false);
            var report = new ConformanceReport(_suite.Spec, SuiteVersion, backend, VerdictWithdrawal.Apply(clauses, selfCheck), cases, session.Calls, elapsed) { StartedAt = startedAt, SelfCheck = selfCheck };
            return await output.CompleteAsync(report, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private void ReportProgress(TestCase testCase, Verdict? verdict, int done, int total) =>
        _progress?.Report(new(testCase.Planned.Kind, testCase.Planned.Name, verdict, done, total));
}
