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
/// One run of a suite against one backend. It starts when something is first asked of it, and runs once:
/// every question after that is answered from the same report.
/// </summary>
public sealed class ConformanceRun
{
    private readonly ConformanceSuite _suite;
    private readonly Func<IConformanceTarget> _createTarget;
    private readonly string? _backendName;
    private readonly TimeProvider _clock;
    private readonly IProgress<CaseProgress>? _progress;
    private readonly Lazy<Task<ConformanceReport>> _report;
    private IReadOnlyList<CaseResult> _leftOut = [];

    /// <summary>Prepares a run; nothing is called yet.</summary>
    /// <param name="suite">The suite to run.</param>
    /// <param name="createTarget">Makes the backend; called once, and what it gives is disposed of at the end.</param>
    /// <param name="backendName">The name and, where known, version of the backend, for the report; null: its own <see cref="IConformanceTarget.Name"/>.</param>
    /// <param name="clock">The tester's clock; the system's by default.</param>
    /// <param name="progress">Is told after each case how far the run is, before the next one begins; null: nobody is.</param>
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

    /// <summary>The whole report.</summary>
    /// <param name="cancellationToken">Stops the waiting, not the run.</param>
    public Task<ConformanceReport> ReportAsync(CancellationToken cancellationToken) => _report.Value.WaitAsync(cancellationToken);

    /// <summary>The verdict on one clause.</summary>
    /// <param name="id">The clause.</param>
    /// <param name="cancellationToken">Stops the waiting, not the run.</param>
    /// <exception cref="ArgumentException">The spec has no such clause.</exception>
    public async Task<ClauseResult> ClauseAsync(string id, CancellationToken cancellationToken)
    {
        var report = await ReportAsync(cancellationToken).ConfigureAwait(false);
        return report.Clauses.FirstOrDefault(c => c.Clause.Id == id)
            ?? throw new ArgumentException($"The spec has no clause '{id}'.", nameof(id));
    }

    /// <summary>The result of one case.</summary>
    /// <param name="kind">The kind of the case.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Stops the waiting, not the run.</param>
    /// <exception cref="ArgumentException">The plan has no such case.</exception>
    public async Task<CaseResult> CaseAsync(CaseKind kind, string name, CancellationToken cancellationToken)
    {
        var report = await ReportAsync(cancellationToken).ConfigureAwait(false);
        return report.Cases.FirstOrDefault(c => c.Kind == kind && c.Name == name)
            ?? _leftOut.FirstOrDefault(c => c.Kind == kind && c.Name == name)
            ?? throw new ArgumentException($"The plan has no {kind} case '{name}'.", nameof(name));
    }

    /// <summary>What a test of one clause shows, known failures of the baseline considered.</summary>
    /// <param name="id">The clause.</param>
    /// <param name="cancellationToken">Stops the waiting, not the run.</param>
    /// <exception cref="ArgumentException">The spec has no such clause.</exception>
    public async Task<TestJudgement> JudgeClauseAsync(string id, CancellationToken cancellationToken) =>
        Judgement.Of(await ReportAsync(cancellationToken).ConfigureAwait(false), await ClauseAsync(id, cancellationToken).ConfigureAwait(false));

    /// <summary>What a test of one case shows, known failures of the baseline considered.</summary>
    /// <param name="kind">The kind of the case.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Stops the waiting, not the run.</param>
    /// <exception cref="ArgumentException">The plan has no such case.</exception>
    public async Task<TestJudgement> JudgeCaseAsync(CaseKind kind, string name, CancellationToken cancellationToken) =>
        Judgement.Of(await ReportAsync(cancellationToken).ConfigureAwait(false), await CaseAsync(kind, name, cancellationToken).ConfigureAwait(false));

    /// <summary>What no test of a clause shows: whether the run as a whole is worth something, and what its baseline says.</summary>
    /// <param name="cancellationToken">Stops the waiting, not the run.</param>
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
            var chosen = new SelectedCases(plan, target);
            _leftOut = chosen.LeftOut;
            var record = new ReportOutput(target.Options, backend);
            var session = await RunSession.StartAsync(plan, target, backend, _clock, CancellationToken.None).ConfigureAwait(false);
            await session.DryRunAsync(chosen.Directed, testCase => Tell(testCase, null, 0, chosen.Count), CancellationToken.None).ConfigureAwait(false);
            var cases = new List<CaseResult>();
            foreach (var testCase in chosen.Directed.Concat(chosen.Live))
            {
                cases.Add(await session.ExecuteAsync(testCase, CancellationToken.None).ConfigureAwait(false));
                Tell(testCase, cases[^1].Verdict, cases.Count, chosen.Count);
            }

            IReadOnlyList<ClauseResult> clauses = [.. new ReportBuilder(plan, session.Responses).Clauses(cases).Select(chosen.Judge)];
            var elapsed = watch.Elapsed;
            var check = await SelfCheckRun.OfAsync(plan).ConfigureAwait(false);
            var report = new ConformanceReport(_suite.Spec, SuiteVersion, backend, VerdictWithdrawal.Apply(clauses, check), cases, session.Calls, elapsed) { StartedAt = startedAt, SelfCheck = check };
            return await record.CompleteAsync(report, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private void Tell(TestCase testCase, Verdict? verdict, int done, int total) =>
        _progress?.Report(new(testCase.Planned.Kind, testCase.Planned.Name, verdict, done, total));
}
