using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Techniques.Concurrent;

/// <summary>Makes the calls of a race one after the other: what goes wrong then, too, is no race's fault.</summary>
internal sealed class SequentialReplay(SuiteModel model, CaseRunner cases)
{
    /// <summary>Whether any of the orders gets a wrong answer.</summary>
    /// <param name="orders">The calls in the orders that are tried, those first that arrange the situation.</param>
    /// <param name="reads">What is called at the end.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> FailsAsync(IEnumerable<IReadOnlyList<SpecCall>> orders, IReadOnlyList<SpecCall> reads, CancellationToken cancellationToken)
    {
        foreach (var order in orders)
        {
            var calls = AcceptedSequence.Of(model, WithoutRepeatedLooks(order));
            if ((await cases.ArrangeAsync(new Model.Trace([.. calls, .. reads]), cancellationToken).ConfigureAwait(false)).Deviates)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A single client sees the same until it changes something.</summary>
    private List<SpecCall> WithoutRepeatedLooks(IEnumerable<SpecCall> order)
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
