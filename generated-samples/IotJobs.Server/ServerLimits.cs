using IotJobsData;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace IotJobs.Server;

/// <summary>
/// What a server of the jobs takes from its connections. The endpoints bound the body; what comes before it, and how slowly all of
/// it may come, is Kestrel's to bound. Its defaults suit web pages; requests of devices are small.
/// </summary>
internal static class ServerLimits
{
    public static void Set(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;

        // A device that waits for work may keep its connection for a minute; whoever comes when the house is full is turned away.
        limits.MaxConcurrentConnections = 5_000;
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(1);

        // From the first byte of a request to the end of its headers. Bodies may pause for five seconds, then have to come at 240 bytes a second.
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));

        // The longest names, all percent-encoded, and a session token fit.
        limits.MaxRequestLineSize = 4 * 1024;
        limits.MaxRequestHeadersTotalSize = 16 * 1024;
        limits.MaxRequestHeaderCount = 64;

        // The largest body that the endpoints take, with room for the sizes of its chunks.
        limits.MaxRequestBodySize = 2 * JobsDataPlaneHttpServer.DefaultMaxRequestBodySize;
    }
}
