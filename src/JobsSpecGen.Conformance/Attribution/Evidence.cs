using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Attribution;

/// <summary>What is known about a deviation: the step in which it showed, and the steps before.</summary>
internal sealed record Evidence(CaseContext Context, TestStep Step, IReadOnlyList<TestStep> Earlier, TestCase Case)
{
    /// <summary>The call after which, or in whose answer, the deviation showed.</summary>
    public Exchange Call => Step.Exchange;

    /// <summary>What was seen of the state as it still was in this step.</summary>
    public IEnumerable<Exchange> Observations(SuiteModel model)
    {
        var seen = Step.All;
        foreach (var step in Earlier.Append(Step).Reverse())
        {
            if (step != Step)
            {
                seen = seen.Concat(step.All);
            }

            if (step.Exchange.Expected.Refusal is null && !model.Operation(step.Exchange.Call.Operation).IsReadOnly)
            {
                break;
            }
        }

        return seen;
    }
}
