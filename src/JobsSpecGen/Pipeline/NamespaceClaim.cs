using System;
using System.Collections.Immutable;
using System.Linq;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;

namespace JobsSpecGen.Pipeline;

/// <summary>
/// The namespace of a spec. Only one spec of a project can use a namespace: some emitted types have the same name for every
/// service, and so have the emitted files of two revisions of one service.
/// </summary>
internal sealed record NamespaceClaim(string Path, string Namespace)
{
    /// <summary>Returns the spec unchanged, or rejected if an earlier spec uses its namespace.</summary>
    public static ReadSpec RejectClash(ReadSpec spec, ImmutableArray<NamespaceClaim> claims)
    {
        if (spec.Model is not { } model)
        {
            return spec;
        }

        // The names of emitted files are compared case-insensitively.
        var first = claims
            .Where(claim => string.Equals(claim.Namespace, model.Namespace, StringComparison.OrdinalIgnoreCase))
            .OrderBy(claim => claim.Path, StringComparer.Ordinal)
            .FirstOrDefault();
        if (first is null || first.Path == spec.Path)
        {
            return spec;
        }

        var findings = new FindingList();
        findings.Add(ShapeRules.NameClash, spec.NamespacePlace, model.Namespace, $"the namespace of '{System.IO.Path.GetFileName(first.Path)}'", first.Namespace);
        return spec with { Model = null, Lines = null, Findings = spec.Findings.Concat(findings.ToArray()).ToEquatableArray() };
    }
}
