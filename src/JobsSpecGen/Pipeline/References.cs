using Microsoft.CodeAnalysis;

namespace JobsSpecGen.Pipeline;

/// <summary>The libraries that the project references, as far as they decide what is emitted.</summary>
/// <param name="HasEngine">Whether the project references the conformance engine.</param>
/// <param name="HasRunner">Whether it also references xunit v3.</param>
/// <param name="HasRouting">Whether it references ASP.NET Core.</param>
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
    /// The artefacts of a spec that a referenced project already has. A test project uses the types of the project that it tests
    /// instead of its own copy.
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
