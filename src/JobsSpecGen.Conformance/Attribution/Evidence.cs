using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Attribution;

/// <summary>What is known about a deviation: the round in which it showed, and the rounds before.</summary>
internal sealed record Evidence(Setting Setting, Round Round, IReadOnlyList<Round> Earlier, ScriptedCase Case)
{
    /// <summary>The call after which, or in whose answer, the deviation showed.</summary>
    public Exchange Call => Round.Exchange;

    /// <summary>What was seen of the state as it still was in this round.</summary>
    public IEnumerable<Exchange> Observations(SuiteModel model)
    {
        var seen = Round.All;
        foreach (var round in Earlier.Append(Round).Reverse())
        {
            if (round != Round)
            {
                seen = seen.Concat(round.All);
            }

            if (round.Exchange.Expected.Refusal is null && !model.Operation(round.Exchange.Call.Operation).IsReadOnly)
            {
                break;
            }
        }

        return seen;
    }
}
