using CsCheck;
using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Randomized;

/// <summary>Sequences of calls that go wrong, found at random.</summary>
/// <param name="Calls">The smallest sequence found; null: all went right.</param>
/// <param name="Seed">The seed that gives it again; null: all went right.</param>
/// <param name="Obstacle">Why sequences could not be made at all; null: they could.</param>
internal sealed record RandomOutcome(IReadOnlyList<SpecCall>? Calls, string? Seed, string? Obstacle);

/// <summary>Runs random sequences against the backend with the oracle beside it. All of them come from the seed, one after the other.</summary>
internal sealed class RandomSearch(SuiteModel model, Alphabet alphabet, CaseRunner runner, ObservationChooser chooser, ConformanceOptions options, RunSeed seed)
{
    private readonly SequenceGen _sequences = new(model, alphabet);

    public async Task<RandomOutcome> SampleAsync(CancellationToken cancellationToken)
    {
        var sequences = _sequences.Of(options.LongestSequence);
        var random = seed.Begin();
        var found = new RandomOutcome(null, null, null);
        Size? smallest = null;
        string? obstacle = null;
        var isUseful = false;
        for (var i = 0; i < options.RandomSequences; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var again = random.ToString();
            var calls = sequences.Generate(random, null, out var size);
            if (smallest is not null && !Size.IsLessThan(size, smallest))
            {
                // Only smaller ones than the last that failed are tried.
                continue;
            }

            var looked = chooser.WithObservations(calls);
            var run = await runner.QuickAsync(new CaseScript.Sequence(looked), cancellationToken).ConfigureAwait(false);
            obstacle ??= run.Context.Unsupported;
            isUseful |= !run.Context.IsOver;
            if (!run.Deviates)
            {
                continue;
            }

            (found, smallest) = (new(looked, again, null), size);
            if (i == 0 && options.Seed is not null)
            {
                // This is the one that was asked for; a smaller one would be another.
                break;
            }
        }

        return found.Calls is null && !isUseful ? found with { Obstacle = obstacle } : found;
    }
}
