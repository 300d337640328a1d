namespace JobsSpecGen.Conformance.Execution;

/// <summary>
/// Makes a sequence of calls that goes wrong minimal: no call of what remains can be left out, and no optional member,
/// without its going right. What random search leaves is small, but says nothing on whether it could be smaller.
/// </summary>
internal sealed class SequenceReducer(SuiteModel model, CaseRunner runner)
{
    /// <summary>A bound for backends that go wrong only now and then, with which every try is a matter of luck.</summary>
    private const int MostTries = 300;

    /// <summary>The minimal sequence as a case that arranges and then calls; null where it went right when it was repeated.</summary>
    public async Task<CaseScript.Single?> ReduceAsync(IReadOnlyList<SpecCall> calls, CancellationToken cancellationToken)
    {
        if (await FailsAsync(calls, cancellationToken).ConfigureAwait(false) is not { } failing)
        {
            return null;
        }

        failing = await WithoutStretchesAsync(failing, cancellationToken).ConfigureAwait(false);
        var tries = 0;
        for (var i = failing.Count - 1; i >= 0 && tries < MostTries; i = Math.Min(i, failing.Count) - 1)
        {
            foreach (var fewer in Smaller(failing, i))
            {
                tries++;
                if (await FailsAsync(fewer, cancellationToken).ConfigureAwait(false) is { } still)
                {
                    // Another call may now be one too many, also one that was needed before.
                    failing = still;
                    i = failing.Count;
                    break;
                }
            }
        }

        return new(new Trace([.. failing.SkipLast(1)]), failing[^1], Scrutiny.Full);
    }

    /// <summary>Leaves out long stretches first, each half as long as the one before: most of a walk only leads on.</summary>
    private async Task<IReadOnlyList<SpecCall>> WithoutStretchesAsync(IReadOnlyList<SpecCall> failing, CancellationToken cancellationToken)
    {
        for (var length = failing.Count / 2; length > 1; length /= 2)
        {
            for (var end = failing.Count; end >= length; end = Math.Min(end - length, failing.Count))
            {
                var fewer = failing.Where((_, i) => i < end - length || i >= end).ToList();
                failing = await FailsAsync(fewer, cancellationToken).ConfigureAwait(false) ?? failing;
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
    private async Task<IReadOnlyList<SpecCall>?> FailsAsync(IReadOnlyList<SpecCall> calls, CancellationToken cancellationToken)
    {
        if (AcceptedSequence.Of(model, calls) is not [.., var last] accepted)
        {
            return null;
        }

        var run = await runner.ThoroughAsync(new CaseScript.Single(new Trace([.. accepted.SkipLast(1)]), last, Scrutiny.Full), cancellationToken).ConfigureAwait(false);
        var made = run.Setting.Log.Count(e => !e.IsProbe);
        return run.Deviates && made > 0 ? [.. accepted.Take(made)] : null;
    }
}
