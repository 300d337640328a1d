using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Yaml;
using Microsoft.CodeAnalysis;

namespace JobsSpecGen.Diagnostics;

/// <summary>JSG0xxx and the limits in JSG9xxx that the YAML reader reports.</summary>
internal static class YamlRules
{
    private static readonly Dictionary<string, DiagnosticDescriptor> s_rules =
        YamlFindingKinds.All.ToDictionary(kind => kind.Id, kind => new DiagnosticDescriptor(
            kind.Id, kind.Title, kind.MessageFormat, RuleCategory.Name, DiagnosticSeverity.Error, isEnabledByDefault: true));

    public static FindingList ToFindings(IEnumerable<YamlFinding> yaml)
    {
        var findings = new FindingList();
        foreach (var finding in yaml)
        {
            findings.Add(s_rules[finding.Id], finding.Span, finding.Arguments.ToArray());
        }

        return findings;
    }
}
