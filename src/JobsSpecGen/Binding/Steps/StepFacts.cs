using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Model;

namespace JobsSpecGen.Binding.Steps;

/// <summary>Properties of bound steps.</summary>
internal static class StepFacts
{
    /// <summary>Whether any of the steps can change the state.</summary>
    public static bool Writes(IEnumerable<Step> steps) => steps.Any(step => step switch
    {
        Step.Set or Step.Transition or Step.Create or Step.Remove => true,
        Step.When branch => Writes(branch.Then) || Writes(branch.Else),
        Step.ForEach each => Writes(each.Do),
        _ => false,
    });
}
