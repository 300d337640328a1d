using Microsoft.CodeAnalysis;

namespace JobsSpecGen.Pipeline;

/// <summary>Which libraries a project refers to, as far as it decides on what is emitted.</summary>
/// <param name="HasEngine">Whether the conformance engine is there.</param>
/// <param name="HasRunner">Whether xunit v3 is there, too.</param>
/// <param name="HasRouting">Whether ASP.NET Core is there, which can route requests.</param>
internal readonly record struct References(bool HasEngine, bool HasRunner, bool HasRouting)
{
    public static References Of(Compilation compilation)
    {
        var hasEngine = compilation.GetTypeByMetadataName("JobsSpecGen.Conformance.ConformanceSuite") is not null;
        return new References(
            hasEngine,
            hasEngine && compilation.GetTypeByMetadataName("Xunit.TestContext") is not null,
            compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Routing.RouteGroupBuilder") is not null);
    }

    /// <summary>
    /// What of a spec a referenced project has already: a test project uses the types of the project that it tests
    /// instead of getting a second set of its own.
    /// </summary>
    public static Artefact Existing(string specNamespace, string service, Compilation compilation)
    {
        bool Has(string typeName) =>
            compilation.GetTypeByMetadataName($"{specNamespace}.{typeName}") is { DeclaredAccessibility: Accessibility.Public } type
            && !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);

        return (Has(service + "Exception") ? Artefact.Models : Artefact.None)
            | (Has(service + "Json") ? Artefact.Json : Artefact.None)
            | (Has(service + "HttpClient") ? Artefact.HttpClient : Artefact.None)
            | (Has(service + "HttpServer") ? Artefact.HttpServer : Artefact.None)
            | (Has(service + "SigV4") ? Artefact.SigV4 : Artefact.None)
            | (Has(service + "OpenApi") ? Artefact.OpenApi : Artefact.None)
            | (Has("I" + service) ? Artefact.Service : Artefact.None)
            | (Has(service + "Model") ? Artefact.Behaviour : Artefact.None)
            | (Has("InMemory" + service) ? Artefact.Reference : Artefact.None)
            | (Has(service + "Suite") ? Artefact.Conformance : Artefact.None);
    }
}
