using System.CommandLine;
using IotJobsData;
using JobsSpecGen.Conformance;
using JobsSpecGen.Diagnostics;

namespace JobsSpecGen.Tool.ShippedSpecs;

/// <summary>The revisions of the shipped spec that are compiled into this program.</summary>
internal static class Revisions
{
    private static readonly IReadOnlyList<ConformanceSuite> s_suites = [JobsDataPlaneSuite.Instance];

    public static string Latest => s_suites[^1].Spec.Revision;

    /// <summary>Creates the option that selects the revision.</summary>
    public static Option<string> NewOption()
    {
        var names = s_suites.Select(suite => suite.Spec.Revision).ToList();
        var option = new Option<string>("--revision")
        {
            Description = $"The revision of the spec: {string.Join(", ", names)}.",
            HelpName = "R",
            DefaultValueFactory = _ => Latest,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var name }, ..] && !names.Contains(name))
            {
                result.AddError($"There is no revision '{name}'.{Suggestion.For(name, names)}");
            }
        });
        return option;
    }

    /// <summary>The suite of a revision that the option has accepted.</summary>
    public static ConformanceSuite Suite(string revision) => s_suites.Single(suite => suite.Spec.Revision == revision);
}
