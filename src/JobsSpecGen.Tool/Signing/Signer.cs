using IotJobsData;

namespace JobsSpecGen.Tool.Signing;

/// <summary>A key, and the region that it is used for.</summary>
internal sealed record Signer(JobsDataPlaneSigV4Credentials Key, string Region)
{
    /// <summary>Signs a request as of now.</summary>
    public ValueTask SignAsync(HttpRequestMessage message, CancellationToken cancellationToken) =>
        new(JobsDataPlaneSigV4.SignAsync(message, Key, Region, TimeProvider.System.GetUtcNow(), cancellationToken));

    /// <summary>Takes what is signed with this key, and nothing else.</summary>
    /// <param name="alsoFor">Services for which it may be signed besides the spec's own.</param>
    public JobsDataPlaneSigV4Verifier ToVerifier(params IEnumerable<string> alsoFor) =>
        new((id, _) => new(id == Key.AccessKeyId ? Key : null), Region, alsoFor: alsoFor);
}
