using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Concurrent;

/// <summary>Makes the calls of a race sequentially. A deviation that shows then does not depend on concurrency.</summary>
internal sealed class SequentialReplay(SuiteModel model, CaseRunner cases)
{
    /// <summary>Whether any of the orders deviates.</summary>
    /// <param name="orders">The orders of the calls. Each begins with the calls that arrange the state.</param>
    /// <param name="reads">The final observations.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    public async Task<bool> FailsAsync(IEnumerable<IReadOnlyList<SpecCall>> orders, IReadOnlyList<SpecCall> reads, CancellationToken cancellationToken)
    {
        foreach (var order in orders)
        {
            var calls = AcceptedSequence.Of(model, WithoutRepeatedReads(order));
            if ((await cases.ArrangeAsync(new Model.Trace([.. calls, .. reads]), cancellationToken).ConfigureAwait(false)).Deviates)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Removes repeated reads: a single client reads the same until the next change.</summary>
    private List<SpecCall> WithoutRepeatedReads(IEnumerable<SpecCall> order)
    {
        var seen = new HashSet<SpecCall>();
        var calls = new List<SpecCall>();
        foreach (var call in order)
        {
            if (!model.Operation(call.Operation).IsReadOnly)
            {
                seen.Clear();
                calls.Add(call);
            }
            else if (seen.Add(call))
            {
                calls.Add(call);
            }
        }

        return calls;
    }
}
