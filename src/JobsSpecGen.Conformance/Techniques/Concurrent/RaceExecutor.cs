using System.Diagnostics;
using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Concurrent;

/// <summary>Runs the programs of a race until one fits no order of its calls, and makes that one as small as it will go.</summary>
internal sealed class RaceExecutor(SuiteModel model, RaceSituations world, RaceRunner runner, RaceJudge judge, CaseRunner cases, RaceMessage messages, ConformanceOptions options, RunSeed seed, int races)
{
    /// <summary>How often a smaller round is tried: what one round in a few shows is found again.</summary>
    private const int AttemptsPerShrunkProgram = 15;

    private static readonly TimeSpan LongestShrinking = TimeSpan.FromSeconds(1);

    /// <summary>A round in which no two calls met shows nothing. For each that is asked for, so many are run at most until enough did; where none did, as many as there is time for.</summary>
    private const int MostRunsPerMeeting = 6;

    /// <summary>Where clients do different things there are many more ways to meet, and few of them show what is wrong.</summary>
    private const int SharesOfMixed = 5;

    /// <summary>After so many programs in a row that could not be arranged none is tried any more: a service far away is not to be asked in vain for as long as there is time.</summary>
    private const int MostUnarranged = 100;

    /// <summary>After so many programs that go wrong without a race too, no other is tried: whoever mends that runs the suite again.</summary>
    private const int MostWrongInTurn = 10;

    /// <summary>How many orders of a small round's calls are drawn for one client to make them: so many that the few there are are all among them.</summary>
    private const int OrdersDrawn = 24;

    private const string WrongInTurn = "the same calls go wrong one after the other already";

    private readonly HistoryShrinker _shrinker = new(model);
    private readonly SequentialReplay _alone = new(model, cases);
    private readonly Dictionary<string, ConformanceFailure> _known = new(StringComparer.Ordinal);

    /// <summary>A guarantee that a race found broken; null: none so far.</summary>
    public string? Violated => _known.Keys.FirstOrDefault();

    public async Task<CaseResult> ExecuteAsync(TestCase testCase, CancellationToken cancellationToken)
    {
        if (options.ConcurrentRuns == 0)
        {
            return Result(testCase, Verdict.NotExercised, $"{nameof(ConformanceOptions.ConcurrentRuns)} is 0");
        }

        var programs = new RaceProgramGen(world, Random);
        var watch = Stopwatch.StartNew();
        string? obstacle = null;
        var (met, fit, undecided, unarranged, wrongInTurn) = (0, 0, 0, 0, 0);
        var share = ((CaseScript.Race)testCase.Script).Kind == RaceKind.Same ? 1 : SharesOfMixed;
        var enough = Math.Max(1, options.ConcurrentRuns * share / (races + (2 * (SharesOfMixed - 1))));
        for (var i = 0; met < enough && (met == 0 || i < MostRunsPerMeeting * enough) && unarranged < MostUnarranged && wrongInTurn < MostWrongInTurn && watch.Elapsed < options.ConcurrencyBudget; i++)
        {
            if (programs.Next((CaseScript.Race)testCase.Script, i) is not { } round)
            {
                return Result(testCase, Verdict.NotExercised, "no situation is known in which it changes anything");
            }

            if (await runner.RunAsync(round, reason => obstacle ??= reason, cancellationToken).ConfigureAwait(false) is not { } run)
            {
                unarranged++;
                continue;
            }

            unarranged = 0;
            var finding = judge.Judge(run);
            if (finding.Clause is not null)
            {
                // Before anything that takes its time: most of what goes wrong in races goes wrong without them.
                if (await _alone.FailsAsync(run.Program.InTurn(drawn: 0, Random), run.Program.Reads, cancellationToken).ConfigureAwait(false))
                {
                    wrongInTurn++;
                    continue;
                }

                return await ViolatedAsync(testCase, await judge.ObserveAgainAsync(finding, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            }

            met += run.Overlaps ? 1 : 0;
            undecided += finding.Verdict == HistoryVerdict.Undecided ? 1 : 0;
            fit += finding.Verdict == HistoryVerdict.Linearizable && run.Overlaps ? 1 : 0;
        }

        return wrongInTurn > 0 ? Result(testCase, Verdict.NotExercised, WrongInTurn)
            : fit > 0 ? Result(testCase, Verdict.Verified, null)
            : undecided > 0 ? Result(testCase, Verdict.NotVerifiableHere, $"in {undecided} runs the search for an order of the calls reached its bound")
            : Result(testCase, Verdict.NotVerifiableHere, obstacle ?? "no two calls were ever under way at the same time");
    }

    private async Task<CaseResult> ViolatedAsync(TestCase testCase, RaceFinding finding, CancellationToken cancellationToken)
    {
        if (finding.Clause == model.Spec.FreshnessClause && model.Spec.AtomicityClause is { } atomicity && _known.ContainsKey(atomicity))
        {
            return Result(testCase, Verdict.NotExercised, $"not reached: {atomicity} is violated on the way");
        }

        // One failure of a clause is made small and explained; races that break it too add nothing.
        if (!_known.TryGetValue(finding.Clause!, out var failure))
        {
            var smallest = await ShrinkAsync(finding, cancellationToken).ConfigureAwait(false);
            if (await _alone.FailsAsync(smallest.Run.Program.InTurn(OrdersDrawn, Random), smallest.Run.Program.Reads, cancellationToken).ConfigureAwait(false))
            {
                return Result(testCase, Verdict.NotExercised, WrongInTurn);
            }

            using var limit = new CancellationTokenSource(LongestShrinking);
            failure = messages.For(model.Clause(smallest.Clause)!, _shrinker.WithoutNeedlessObservations(smallest, limit.Token), testCase with { Seed = seed.Text });
            _known[finding.Clause!] = failure;
        }

        var isOwn = testCase.Planned.Clause == failure.Clause.Id;
        return new(
            testCase.Planned.Kind,
            testCase.Planned.Name,
            testCase.Planned.Clause,
            isOwn ? Verdict.Violated : Verdict.NotExercised,
            isOwn ? failure.Summary : $"not reached: {failure.Clause.Id} is violated on the way",
            failure);
    }

    private async Task<RaceFinding> ShrinkAsync(RaceFinding finding, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        for (var isSmaller = true; isSmaller && watch.Elapsed < LongestShrinking;)
        {
            isSmaller = false;
            foreach (var round in finding.Run.Program.Smaller(IsObservation))
            {
                if (await FailsAsync(round, finding, cancellationToken).ConfigureAwait(false) is { } smaller)
                {
                    finding = smaller;
                    isSmaller = true;
                    break;
                }
            }
        }

        return finding;
    }

    private async Task<RaceFinding?> FailsAsync(RaceProgram round, RaceFinding known, CancellationToken cancellationToken)
    {
        for (var i = 0; i < AttemptsPerShrunkProgram; i++)
        {
            if (await runner.RunAsync(round, _ => { }, cancellationToken).ConfigureAwait(false) is { } run
                && judge.JudgeAgain(run, known) is { } finding)
            {
                return finding;
            }
        }

        return null;
    }

    /// <summary>The same orders are drawn for each round, so that a seed says all.</summary>
    private Random Random => new(seed.Number);

    private bool IsObservation(SpecCall call) => model.Operation(call.Operation).IsReadOnly;

    private static CaseResult Result(TestCase testCase, Verdict verdict, string? reason) =>
        new(testCase.Planned.Kind, testCase.Planned.Name, testCase.Planned.Clause, verdict, reason, null);
}
