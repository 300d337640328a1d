using IotJobsData;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace JobsSpecGen.Tool.Serving;

/// <summary>What a client may take up. A device sends a few short lines at a time; nothing here is near that.</summary>
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

        // The endpoints refuse a larger body themselves, with an answer that says so; this is for what reaches none of them.
        limits.MaxRequestBodySize = 2 * JobsDataPlaneHttpServer.DefaultMaxRequestBodySize;
    }
}
