using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Techniques.Directed;

namespace JobsSpecGen.Conformance.Techniques.Randomized;

/// <summary>Runs random sequences. A failing one is shrunk and explained.</summary>
internal sealed class RandomExecutor(RandomSearch search, CaseExecutor cases, ConformanceOptions options)
{
    /// <summary>How often a failing sequence is repeated, because some faults show only intermittently.</summary>
    private const int MaxRepetitions = 5;

    public async Task<CaseResult> ExecuteAsync(TestCase testCase, CancellationToken cancellationToken)
    {
        CaseResult Result(Verdict verdict, string? reason) => new(testCase.Planned.Kind, testCase.Planned.Name, null, verdict, reason, null);
        if (options.RandomSequences == 0)
        {
            return Result(Verdict.NotExercised, $"{nameof(ConformanceOptions.RandomSequences)} is 0");
        }

        var outcome = await search.SearchAsync(cancellationToken).ConfigureAwait(false);
        if (outcome.Calls is not { } calls)
        {
            return outcome.UnsupportedReason is { } reason ? Result(Verdict.NotVerifiableHere, reason) : Result(Verdict.Verified, null);
        }

        var again = testCase with { Script = new CaseScript.Sequence(calls), Seed = outcome.Seed };
        for (var i = 0; i < MaxRepetitions; i++)
        {
            var found = await cases.ExecuteAsync(again, cancellationToken).ConfigureAwait(false);
            if (found.Verdict != Verdict.Verified)
            {
                return found;
            }
        }

        return Result(Verdict.Error, $"the calls of seed {outcome.Seed} deviated once and conformed in every repetition: {string.Join("; ", calls)}");
    }
}
