using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Directed;

/// <summary>
/// Makes a sequence of calls that goes wrong minimal: no call of what remains can be left out, and no optional member,
/// without its going right. What random search leaves is small, but says nothing on whether it could be smaller.
/// </summary>
internal sealed class SequenceShrinker(SuiteModel model, CaseRunner runner)
{
    /// <summary>Calls of which the last goes wrong, or leaves what is wrong.</summary>
    /// <param name="Calls">The calls.</param>
    /// <param name="Script">The calls as a case.</param>
    /// <param name="Run">What came of it.</param>
    internal sealed record Failing(IReadOnlyList<SpecCall> Calls, CaseScript Script, CaseRun Run);

    /// <summary>A bound for backends that go wrong only now and then, with which every try is a matter of luck.</summary>
    private const int MostTries = 300;

    /// <summary>The minimal sequence; null where it went right when it was repeated.</summary>
    public async Task<Failing?> ShrinkAsync(IReadOnlyList<SpecCall> calls, CancellationToken cancellationToken)
    {
        // A look after every call tells which of them is wrong. But some mistakes show only as long as nobody looks:
        // then the calls are made as they were.
        foreach (var isWatched in (bool[])[true, false])
        {
            if (await FailsAsync(calls, isWatched, cancellationToken).ConfigureAwait(false) is { } failing)
            {
                return await ShrinkAsync(failing, isWatched, cancellationToken).ConfigureAwait(false);
            }
        }

        return null;
    }

    private async Task<Failing> ShrinkAsync(Failing failing, bool isWatched, CancellationToken cancellationToken)
    {
        failing = await WithoutStretchesAsync(failing, isWatched, cancellationToken).ConfigureAwait(false);
        var tries = 0;
        for (var i = failing.Calls.Count - 1; i >= 0 && tries < MostTries; i = Math.Min(i, failing.Calls.Count) - 1)
        {
            foreach (var fewer in Smaller(failing.Calls, i))
            {
                tries++;
                if (await FailsAsync(fewer, isWatched, cancellationToken).ConfigureAwait(false) is { } still)
                {
                    // Another call may now be one too many, also one that was needed before.
                    failing = still;
                    i = failing.Calls.Count;
                    break;
                }
            }
        }

        return failing;
    }

    /// <summary>Leaves out long stretches first, each half as long as the one before: most of a walk only leads on.</summary>
    private async Task<Failing> WithoutStretchesAsync(Failing failing, bool isWatched, CancellationToken cancellationToken)
    {
        for (var length = failing.Calls.Count / 2; length > 1; length /= 2)
        {
            for (var end = failing.Calls.Count; end >= length; end = Math.Min(end - length, failing.Calls.Count))
            {
                var fewer = failing.Calls.Where((_, i) => i < end - length || i >= end).ToList();
                failing = await FailsAsync(fewer, isWatched, cancellationToken).ConfigureAwait(false) ?? failing;
            }
        }

        return failing;
    }

    /// <summary>The sequence without one call, then with one optional member less in that call.</summary>
    private IEnumerable<IReadOnlyList<SpecCall>> Smaller(IReadOnlyList<SpecCall> calls, int index)
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

    /// <summary>The calls up to the first that goes wrong; null where none does.</summary>
    private async Task<Failing?> FailsAsync(IReadOnlyList<SpecCall> calls, bool isWatched, CancellationToken cancellationToken)
    {
        if (AcceptedSequence.Of(model, calls) is not [_, ..] accepted)
        {
            return null;
        }

        var run = isWatched
            ? await runner.ThoroughAsync(Watched(accepted), cancellationToken).ConfigureAwait(false)
            : await runner.QuickAsync(new CaseScript.Sequence(accepted), cancellationToken).ConfigureAwait(false);
        IReadOnlyList<SpecCall> made = [.. accepted.Take(run.Context.Log.Count(e => !e.IsObservation))];
        return run.Deviates && made.Count > 0 ? new(made, isWatched ? Watched(made) : new CaseScript.Sequence(made), run) : null;
    }

    private static CaseScript.OneCall Watched(IReadOnlyList<SpecCall> calls) => new(new Trace([.. calls.SkipLast(1)]), calls[^1], ObservationLevel.Full);
}
