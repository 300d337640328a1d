using System.Text.RegularExpressions;
using CsCheck;

namespace JobsSpecGen.Conformance.Sampling;

/// <summary>Sequences of calls that go wrong, found at random.</summary>
/// <param name="Calls">The smallest sequence found; null: all went right.</param>
/// <param name="Seed">The seed that gives it again.</param>
/// <param name="Obstacle">Why sequences could not be made at all; null: they could.</param>
internal sealed record SampleOutcome(IReadOnlyList<SpecCall>? Calls, string? Seed, string? Obstacle);

/// <summary>Runs random sequences against the backend with the oracle beside it.</summary>
internal sealed partial class Sampler(SuiteModel model, Alphabet alphabet, CaseRunner runner, ProbeChooser chooser, ConformanceOptions options)
{
    private readonly SequenceGen _sequences = new(model, alphabet);

    public async Task<SampleOutcome> SampleAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<SpecCall>? smallest = null;
        string? obstacle = null;
        var isUseful = false;
        try
        {
            await _sequences.Of(options.LongestRun).SampleAsync(
                async calls =>
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var looked = chooser.WithLooks(calls);
                    var run = await runner.QuickAsync(new CaseScript.Sequence(looked), cancellationToken).ConfigureAwait(false);
                    obstacle ??= run.Setting.Unsupported;
                    isUseful |= !run.Setting.IsOver;
                    if (run.Deviates)
                    {
                        // Only smaller ones than the last that failed are tried from here on.
                        smallest = looked;
                        throw new SequenceFailedException();
                    }
                },
                seed: options.Seed,
                iter: options.RandomRuns,
                threads: 1,
                print: _ => "").ConfigureAwait(false);
        }
        catch (CsCheckException failure)
        {
            return new(smallest, SeedIn().Match(failure.Message) is { Success: true } match ? match.Groups[1].Value : options.Seed, null);
        }

        return new(null, null, isUseful ? null : obstacle);
    }

    [GeneratedRegex("seed: \"([^\"]+)\"")]
    private static partial Regex SeedIn();

    private sealed class SequenceFailedException : Exception;
}
