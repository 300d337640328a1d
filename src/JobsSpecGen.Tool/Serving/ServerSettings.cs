using System.Net;
using JobsSpecGen.Tool.Signing;

namespace JobsSpecGen.Tool.Serving;

/// <summary>What the command line says of the server.</summary>
/// <param name="Address">Where it listens.</param>
/// <param name="Port">The port; 0 for any that is free.</param>
/// <param name="Storage">The file in which everything is kept; null for memory.</param>
/// <param name="Signer">With what requests must be signed; null: they need not be.</param>
internal sealed record ServerSettings(IPAddress Address, int Port, string? Storage, Signer? Signer)
{
    /// <summary>What <c>--storage</c> says where nothing is kept.</summary>
    public const string Memory = "memory";

    /// <summary>The address that a host stands for; null where it is none.</summary>
    public static IPAddress? AddressOf(string host) => host switch
    {
        "localhost" => IPAddress.Loopback,
        "*" => IPAddress.IPv6Any,
        _ => IPAddress.TryParse(host.Trim('[', ']'), out var address) ? address : null,
    };
}
