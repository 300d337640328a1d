using System.Net;
using JobsSpecGen.Tool.Signing;

namespace JobsSpecGen.Tool.Serving;

/// <summary>The settings of the server, from the command line.</summary>
/// <param name="Address">The address to listen on.</param>
/// <param name="Port">The port; 0 for any free port.</param>
/// <param name="Storage">The SQLite file; null for memory.</param>
/// <param name="Signer">The key that requests must be signed with; null to accept unsigned requests.</param>
internal sealed record ServerSettings(IPAddress Address, int Port, string? Storage, Signer? Signer)
{
    /// <summary>The value of <c>--storage</c> for storage in memory.</summary>
    public const string Memory = "memory";

    /// <summary>The address of a host; null if the host is invalid.</summary>
    public static IPAddress? AddressOf(string host) => host switch
    {
        "localhost" => IPAddress.Loopback,
        "*" => IPAddress.IPv6Any,
        _ => IPAddress.TryParse(host.Trim('[', ']'), out var address) ? address : null,
    };
}
