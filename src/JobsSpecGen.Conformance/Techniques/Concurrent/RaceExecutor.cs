using System.Diagnostics;
using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Concurrent;

/// <summary>Runs race programs until the history of one is not linearizable, and shrinks that program.</summary>
internal sealed class RaceExecutor(SuiteModel model, RaceSituations situations, RaceRunner runner, RaceJudge judge, CaseRunner cases, RaceMessage messages, ConformanceOptions options, RunSeed seed, int races)
{
    /// <summary>How often a smaller program is run, so that a failure that shows in one run of a few is found again.</summary>
    private const int AttemptsPerShrunkProgram = 15;

    private static readonly TimeSpan MaxShrinkTime = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The most programs that are run for each requested run with overlapping calls: a run without overlap shows nothing.
    /// As long as no run had an overlap, only the time budget bounds the programs.
    /// </summary>
    private const int MaxRunsPerOverlap = 6;

    /// <summary>
    /// The share of the runs for cases in which clients make different calls. Their calls can interleave in many more ways, few of which show a
    /// fault.
    /// </summary>
    private const int MixedShare = 5;

    /// <summary>
    /// The programs in a row that cannot be arranged before the executor gives up, so that it does not spend the whole time budget on a service
    /// that cannot arrange any.
    /// </summary>
    private const int MaxUnarranged = 100;

    /// <summary>
    /// The programs that also deviate sequentially before the executor gives up. That fault has to be fixed first; then the suite runs again.
    /// </summary>
    private const int MaxSequentialFailures = 10;

    /// <summary>
    /// The random orders in which the calls of a shrunk program are made sequentially. A shrunk program has few orders, so that most likely all
    /// are drawn.
    /// </summary>
    private const int OrdersDrawn = 24;

    private const string DeviatesSequentially = "the same calls deviate when they are made sequentially";

    private readonly HistoryShrinker _shrinker = new(model);
    private readonly SequentialReplay _sequential = new(model, cases);
    private readonly Dictionary<string, ConformanceFailure> _failures = new(StringComparer.Ordinal);

    /// <summary>A clause that a race has violated; null where none has so far.</summary>
    public string? Violated => _failures.Keys.FirstOrDefault();

    public async Task<CaseResult> ExecuteAsync(TestCase testCase, CancellationToken cancellationToken)
    {
        if (options.ConcurrentRuns == 0)
        {
            return Result(testCase, Verdict.NotExercised, $"{nameof(ConformanceOptions.ConcurrentRuns)} is 0");
        }

        var programs = new RaceProgramGen(situations, Random);
        var watch = Stopwatch.StartNew();
        string? obstacle = null;
        var (overlapping, linearizable, undecided, unarranged, sequentialFailures) = (0, 0, 0, 0, 0);
        var share = ((CaseScript.Race)testCase.Script).Kind == RaceKind.Same ? 1 : MixedShare;
        var enough = Math.Max(1, options.ConcurrentRuns * share / (races + (2 * (MixedShare - 1))));
        for (var i = 0; overlapping < enough && (overlapping == 0 || i < MaxRunsPerOverlap * enough) && unarranged < MaxUnarranged && sequentialFailures < MaxSequentialFailures && watch.Elapsed < options.ConcurrencyBudget; i++)
        {
            if (programs.Next((CaseScript.Race)testCase.Script, i) is not { } program)
            {
                return Result(testCase, Verdict.NotExercised, "the bounded exploration found no situation in which the call changes anything");
            }

            if (await runner.RunAsync(program, reason => obstacle ??= reason, cancellationToken).ConfigureAwait(false) is not { } run)
            {
                unarranged++;
                continue;
            }

            unarranged = 0;
            var finding = judge.Judge(run);
            if (finding.Clause is not null)
            {
                // The sequential replay comes first because it is cheap, and most failures in races also occur without concurrency.
                if (await _sequential.FailsAsync(run.Program.SequentialOrders(drawnOrders: 0, Random), run.Program.Reads, cancellationToken).ConfigureAwait(false))
                {
                    sequentialFailures++;
                    continue;
                }

                return await ViolatedAsync(testCase, await judge.ObserveAgainAsync(finding, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            }

            overlapping += run.Overlaps ? 1 : 0;
            undecided += finding.Verdict == HistoryVerdict.Undecided ? 1 : 0;
            linearizable += finding.Verdict == HistoryVerdict.Linearizable && run.Overlaps ? 1 : 0;
        }

        return sequentialFailures > 0 ? Result(testCase, Verdict.NotExercised, DeviatesSequentially)
            : linearizable > 0 ? Result(testCase, Verdict.Verified, null)
            : undecided > 0 ? Result(testCase, Verdict.NotVerifiableHere, $"in {undecided} runs the search for a linearization reached its bound")
            : Result(testCase, Verdict.NotVerifiableHere, obstacle ?? "no two calls of different clients overlapped in time");
    }

    private async Task<CaseResult> ViolatedAsync(TestCase testCase, RaceFinding finding, CancellationToken cancellationToken)
    {
        if (finding.Clause == model.Spec.FreshnessClause && model.Spec.AtomicityClause is { } atomicity && _failures.ContainsKey(atomicity))
        {
            return Result(testCase, Verdict.NotExercised, $"not reached: a race violates {atomicity}");
        }

        // Only the first failure of a clause is shrunk and explained. Later races that violate the same clause share it.
        if (!_failures.TryGetValue(finding.Clause!, out var failure))
        {
            var smallest = await ShrinkAsync(finding, cancellationToken).ConfigureAwait(false);
            if (await _sequential.FailsAsync(smallest.Run.Program.SequentialOrders(OrdersDrawn, Random), smallest.Run.Program.Reads, cancellationToken).ConfigureAwait(false))
            {
                return Result(testCase, Verdict.NotExercised, DeviatesSequentially);
            }

            using var limit = new CancellationTokenSource(MaxShrinkTime);
            failure = messages.For(model.Clause(smallest.Clause)!, _shrinker.WithoutNeedlessReads(smallest, limit.Token), testCase with { Seed = seed.Text });
            _failures[finding.Clause!] = failure;
        }

        var isOwn = testCase.Planned.Clause == failure.Clause.Id;
        return new(
            testCase.Planned.Kind,
            testCase.Planned.Name,
            testCase.Planned.Clause,
            isOwn ? Verdict.Violated : Verdict.NotExercised,
            isOwn ? failure.Summary : $"not reached: the race violates {failure.Clause.Id}",
            failure);
    }

    private async Task<RaceFinding> ShrinkAsync(RaceFinding finding, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        for (var isSmaller = true; isSmaller && watch.Elapsed < MaxShrinkTime;)
        {
            isSmaller = false;
            foreach (var program in finding.Run.Program.ShrinkCandidates(IsReadOnly))
            {
                if (await FailsAsync(program, finding, cancellationToken).ConfigureAwait(false) is { } smaller)
                {
                    finding = smaller;
                    isSmaller = true;
                    break;
                }
            }
        }

        return finding;
    }

    private async Task<RaceFinding?> FailsAsync(RaceProgram program, RaceFinding known, CancellationToken cancellationToken)
    {
        for (var i = 0; i < AttemptsPerShrunkProgram; i++)
        {
            if (await runner.RunAsync(program, _ => { }, cancellationToken).ConfigureAwait(false) is { } run
                && judge.JudgeAgain(run, known) is { } finding)
            {
                return finding;
            }
        }

        return null;
    }

    /// <summary>A new generator from the seed. The orders drawn for a program depend on the seed only, so that the seed reproduces them.</summary>
    private Random Random => new(seed.Number);

    private bool IsReadOnly(SpecCall call) => model.Operation(call.Operation).IsReadOnly;

    private static CaseResult Result(TestCase testCase, Verdict verdict, string? reason) =>
        new(testCase.Planned.Kind, testCase.Planned.Name, testCase.Planned.Clause, verdict, reason, null);
}
