using IotJobsData;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace JobsSpecGen.Tool.Serving;

/// <summary>The limits for clients. The requests of a device are far below them.</summary>
internal static class ServerLimits
{
    public const int MaxConnections = 1024;

    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxConcurrentConnections = MaxConnections;
        limits.MaxConcurrentUpgradedConnections = 0;
        limits.MaxRequestLineSize = 8 * 1024;
        limits.MaxRequestHeaderCount = 64;
        limits.MaxRequestHeadersTotalSize = 16 * 1024;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        limits.MinRequestBodyDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));

        // The endpoints reject larger bodies themselves, with an explanation in the response; this limit covers requests that reach no endpoint.
        limits.MaxRequestBodySize = 2 * JobsDataPlaneHttpServer.DefaultMaxRequestBodySize;
    }
}
