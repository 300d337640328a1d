using System;
using System.Linq;

namespace JobsSpecGen.Pipeline;

/// <summary>The artefacts that can be emitted from a spec.</summary>
[Flags]
internal enum Artefact
{
    None = 0,

    /// <summary>Records, enumerations, their validators, and the exceptions.</summary>
    Models = 1,

    /// <summary>The interfaces of the service and of its environment actions.</summary>
    Service = 2,

    /// <summary>The step function and its state.</summary>
    Behaviour = 4,

    /// <summary>The in-memory reference implementation.</summary>
    Reference = 8,

    /// <summary>The conformance suite; emitted only if the project references the engine.</summary>
    Conformance = 16,

    /// <summary>The JSON codecs.</summary>
    Json = 32,

    /// <summary>The HTTP client.</summary>
    HttpClient = 64,

    /// <summary>The HTTP server; emitted only if the project references ASP.NET Core.</summary>
    HttpServer = 128,

    /// <summary>Signatures of requests; only for specs with a signing name.</summary>
    SigV4 = 256,

    /// <summary>The OpenAPI document.</summary>
    OpenApi = 512,
}

/// <summary>Parses the <c>Emit</c> metadata of a spec.</summary>
internal static class Artefacts
{
    private const Artefact All = Artefact.Models | Artefact.Service | Artefact.Behaviour | Artefact.Reference | Artefact.Conformance
        | Artefact.Json | Artefact.HttpClient | Artefact.HttpServer | Artefact.SigV4 | Artefact.OpenApi;

    /// <summary>Parses names separated by commas or semicolons, and adds the artefacts that they depend on. No name means all artefacts.</summary>
    public static Artefact Parse(string? names)
    {
        var chosen = (names ?? string.Empty)
            .Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(name => Enum.TryParse<Artefact>(name, ignoreCase: true, out var artefact) ? artefact : Artefact.None)
            .Aggregate(Artefact.None, (all, next) => all | next);
        return chosen == Artefact.None ? All : WithNeeds(chosen);
    }

    private static Artefact WithNeeds(Artefact chosen)
    {
        if ((chosen & (Artefact.Reference | Artefact.Conformance)) != 0)
        {
            chosen |= Artefact.Behaviour | Artefact.Service;
        }

        if ((chosen & (Artefact.HttpClient | Artefact.HttpServer)) != 0)
        {
            chosen |= Artefact.Json | Artefact.Service | Artefact.SigV4;
        }

        if ((chosen & Artefact.HttpServer) != 0)
        {
            chosen |= Artefact.OpenApi;
        }

        return chosen | Artefact.Models;
    }
}
