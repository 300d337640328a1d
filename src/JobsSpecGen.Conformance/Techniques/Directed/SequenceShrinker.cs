using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Directed;

/// <summary>
/// Shrinks a failing sequence of calls to a minimal one: without any of its calls or optional members it passes.
/// The random search returns a small sequence, but not necessarily a minimal one.
/// </summary>
internal sealed class SequenceShrinker(SuiteModel model, CaseRunner runner)
{
    /// <summary>A failing sequence: its last call deviates, or an observation after the last call does.</summary>
    /// <param name="Calls">The calls.</param>
    /// <param name="Script">The script of the calls.</param>
    /// <param name="Run">The run of the script.</param>
    internal sealed record Failing(IReadOnlyList<SpecCall> Calls, CaseScript Script, CaseRun Run);

    /// <summary>A bound for backends that fail intermittently, where the outcome of each attempt is random.</summary>
    private const int MaxAttempts = 300;

    /// <summary>The minimal sequence; null where the sequence passes when it is repeated.</summary>
    public async Task<Failing?> ShrinkAsync(IReadOnlyList<SpecCall> calls, CancellationToken cancellationToken)
    {
        // Observations after every call locate the deviating call. Some faults show only without observations;
        // then the calls are made without them.
        foreach (var isObserved in (bool[])[true, false])
        {
            if (await FailsAsync(calls, isObserved, cancellationToken).ConfigureAwait(false) is { } failing)
            {
                return await ShrinkAsync(failing, isObserved, cancellationToken).ConfigureAwait(false);
            }
        }

        return null;
    }

    private async Task<Failing> ShrinkAsync(Failing failing, bool isObserved, CancellationToken cancellationToken)
    {
        failing = await WithoutRangesAsync(failing, isObserved, cancellationToken).ConfigureAwait(false);
        var attempts = 0;
        for (var i = failing.Calls.Count - 1; i >= 0 && attempts < MaxAttempts; i = Math.Min(i, failing.Calls.Count) - 1)
        {
            foreach (var fewer in ShrinkCandidates(failing.Calls, i))
            {
                attempts++;
                if (await FailsAsync(fewer, isObserved, cancellationToken).ConfigureAwait(false) is { } still)
                {
                    // A call that was needed before may now be unnecessary, so all calls are tried again.
                    failing = still;
                    i = failing.Calls.Count;
                    break;
                }
            }
        }

        return failing;
    }

    /// <summary>Removes ranges of calls, each pass with half the length of the pass before, because most calls of a walk only lead to the next state.</summary>
    private async Task<Failing> WithoutRangesAsync(Failing failing, bool isObserved, CancellationToken cancellationToken)
    {
        for (var length = failing.Calls.Count / 2; length > 1; length /= 2)
        {
            for (var end = failing.Calls.Count; end >= length; end = Math.Min(end - length, failing.Calls.Count))
            {
                var fewer = failing.Calls.Where((_, i) => i < end - length || i >= end).ToList();
                failing = await FailsAsync(fewer, isObserved, cancellationToken).ConfigureAwait(false) ?? failing;
            }
        }

        return failing;
    }

    /// <summary>The sequence without one call, then the sequences in which that call lacks one optional member.</summary>
    private IEnumerable<IReadOnlyList<SpecCall>> ShrinkCandidates(IReadOnlyList<SpecCall> calls, int index)
    {
        if (calls.Count > 1)
        {
            yield return [.. calls.Where((_, i) => i != index)];
        }

        var call = calls[index];
        foreach (var member in model.Input(model.Operation(call.Operation)).Members.Where(m => !m.Required && call.Request[m.Name].IsPresent))
        {
            yield return [.. calls.Select((c, i) => i == index ? c with { Request = c.Request.With(member.Name, SpecValue.Absent) } : c)];
        }
    }

    /// <summary>The calls up to the first that deviates; null where none does.</summary>
    private async Task<Failing?> FailsAsync(IReadOnlyList<SpecCall> calls, bool isObserved, CancellationToken cancellationToken)
    {
        if (AcceptedSequence.Of(model, calls) is not [_, ..] accepted)
        {
            return null;
        }

        var run = isObserved
            ? await runner.ThoroughAsync(Observed(accepted), cancellationToken).ConfigureAwait(false)
            : await runner.QuickAsync(new CaseScript.Sequence(accepted), cancellationToken).ConfigureAwait(false);
        IReadOnlyList<SpecCall> made = [.. accepted.Take(run.Context.Log.Count(e => !e.IsObservation))];
        return run.Deviates && made.Count > 0 ? new(made, isObserved ? Observed(made) : new CaseScript.Sequence(made), run) : null;
    }

    private static CaseScript.OneCall Observed(IReadOnlyList<SpecCall> calls) => new(new Trace([.. calls.SkipLast(1)]), calls[^1], ObservationLevel.Full);
}
