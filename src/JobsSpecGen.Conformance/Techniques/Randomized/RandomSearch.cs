using CsCheck;
using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Randomized;

/// <summary>The result of a random search for a failing sequence of calls.</summary>
/// <param name="Calls">The smallest failing sequence that was found; null where all passed.</param>
/// <param name="Seed">The seed that reproduces the sequence; null where all passed.</param>
/// <param name="UnsupportedReason">Why no sequence could be run; null where one could.</param>
internal sealed record RandomOutcome(IReadOnlyList<SpecCall>? Calls, string? Seed, string? UnsupportedReason);

/// <summary>Runs random sequences against the backend with the oracle beside it. All sequences derive from one seed.</summary>
internal sealed class RandomSearch(SuiteModel model, Alphabet alphabet, CaseRunner runner, ObservationChooser chooser, ConformanceOptions options, RunSeed seed)
{
    private readonly SequenceGen _sequences = new(model, alphabet);

    public async Task<RandomOutcome> SearchAsync(CancellationToken cancellationToken)
    {
        var sequences = _sequences.Of(options.MaxSequenceLength);
        var random = seed.Begin();
        var found = new RandomOutcome(null, null, null);
        Size? smallest = null;
        string? unsupported = null;
        var isConclusive = false;
        for (var i = 0; i < options.RandomSequences; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var sequenceSeed = random.ToString();
            var calls = sequences.Generate(random, null, out var size);
            if (smallest is not null && !Size.IsLessThan(size, smallest))
            {
                // Only sequences smaller than the last failing one are run.
                continue;
            }

            var observed = chooser.WithObservations(calls);
            var run = await runner.QuickAsync(new CaseScript.Sequence(observed), cancellationToken).ConfigureAwait(false);
            unsupported ??= run.Context.UnsupportedReason;
            isConclusive |= !run.Context.IsInconclusive;
            if (!run.Deviates)
            {
                continue;
            }

            (found, smallest) = (new(observed, sequenceSeed, null), size);
            if (i == 0 && options.Seed is not null)
            {
                // The seed asks for this sequence. A smaller one would be another failure.
                break;
            }
        }

        return found.Calls is null && !isConclusive ? found with { UnsupportedReason = unsupported } : found;
    }
}
