using System;
using System.Collections.Immutable;
using System.Linq;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;

namespace JobsSpecGen.Pipeline;

/// <summary>
/// A namespace that a spec fills. Only one spec of a project can fill it: some types have the same name for every service, and
/// so have the emitted files of two revisions of one.
/// </summary>
internal sealed record NamespaceClaim(string Path, string Namespace)
{
    /// <summary>The spec as it is, or refused because a spec before it fills its namespace already.</summary>
    public static ReadSpec Judge(ReadSpec spec, ImmutableArray<NamespaceClaim> claims)
    {
        if (spec.Model is not { } model)
        {
            return spec;
        }

        // The names of emitted files are compared without case.
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
