using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Attribution;

/// <summary>The evidence of a deviation: the step that shows it and the steps before.</summary>
internal sealed record Evidence(CaseContext Context, TestStep Step, IReadOnlyList<TestStep> Earlier, TestCase Case)
{
    /// <summary>The call whose response deviates, or after which an observation does.</summary>
    public Exchange Call => Step.Exchange;

    /// <summary>All exchanges since the last accepted change, including it. They show the state of this step.</summary>
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
