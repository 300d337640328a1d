using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Techniques.Directed;

namespace JobsSpecGen.Conformance.Techniques.Randomized;

/// <summary>Runs sequences at random, and hands one that goes wrong on to be made minimal and explained.</summary>
internal sealed class RandomExecutor(RandomSearch sampler, CaseExecutor cases, ConformanceOptions options)
{
    /// <summary>Some mistakes show only now and then.</summary>
    private const int MostRepetitions = 5;

    public async Task<CaseResult> ExecuteAsync(TestCase testCase, CancellationToken cancellationToken)
    {
        CaseResult Result(Verdict verdict, string? reason) => new(testCase.Planned.Kind, testCase.Planned.Name, null, verdict, reason, null);
        if (options.RandomSequences == 0)
        {
            return Result(Verdict.NotExercised, $"{nameof(ConformanceOptions.RandomSequences)} is 0");
        }

        var outcome = await sampler.SampleAsync(cancellationToken).ConfigureAwait(false);
        if (outcome.Calls is not { } calls)
        {
            return outcome.Obstacle is { } obstacle ? Result(Verdict.NotVerifiableHere, obstacle) : Result(Verdict.Verified, null);
        }

        var again = testCase with { Script = new CaseScript.Sequence(calls), Seed = outcome.Seed };
        for (var i = 0; i < MostRepetitions; i++)
        {
            var found = await cases.ExecuteAsync(again, cancellationToken).ConfigureAwait(false);
            if (found.Verdict != Verdict.Verified)
            {
                return found;
            }
        }

        return Result(Verdict.Error, $"the calls of seed {outcome.Seed} went wrong, and right whenever they were made again: {string.Join("; ", calls)}");
    }
}
