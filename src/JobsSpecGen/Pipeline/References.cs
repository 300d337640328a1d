using JobsSpecGen.Model;
using Microsoft.CodeAnalysis;

namespace JobsSpecGen.Pipeline;

/// <summary>Which libraries a project refers to, as far as it decides on what is emitted.</summary>
/// <param name="HasEngine">Whether the conformance engine is there.</param>
/// <param name="HasRunner">Whether xunit v3 is there, too.</param>
internal readonly record struct References(bool HasEngine, bool HasRunner)
{
    public static References Of(Compilation compilation)
    {
        var hasEngine = compilation.GetTypeByMetadataName("JobsSpecGen.Conformance.ConformanceSuite") is not null;
        return new References(hasEngine, hasEngine && compilation.GetTypeByMetadataName("Xunit.TestContext") is not null);
    }

    /// <summary>
    /// What of a spec a referenced project has already: a test project uses the types of the project that it tests
    /// instead of getting a second set of its own.
    /// </summary>
    public static Artefact Existing(SpecModel spec, Compilation compilation)
    {
        bool Has(string typeName) =>
            compilation.GetTypeByMetadataName($"{spec.Namespace}.{typeName}") is { DeclaredAccessibility: Accessibility.Public } type
            && !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);

        return (Has(spec.Service + "Exception") ? Artefact.Models : Artefact.None)
            | (Has("I" + spec.Service) ? Artefact.Service : Artefact.None)
            | (Has(spec.Service + "Model") ? Artefact.Behaviour : Artefact.None)
            | (Has("InMemory" + spec.Service) ? Artefact.Reference : Artefact.None)
            | (Has(spec.Service + "Suite") ? Artefact.Conformance : Artefact.None);
    }
}
