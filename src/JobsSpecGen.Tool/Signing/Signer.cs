using IotJobsData;

namespace JobsSpecGen.Tool.Signing;

/// <summary>A key with its region.</summary>
internal sealed record Signer(JobsDataPlaneSigV4Credentials Key, string Region)
{
    /// <summary>Signs a request with the current time.</summary>
    public ValueTask SignAsync(HttpRequestMessage message, CancellationToken cancellationToken) =>
        new(JobsDataPlaneSigV4.SignAsync(message, Key, Region, TimeProvider.System.GetUtcNow(), cancellationToken));

    /// <summary>Creates a verifier that accepts only this key.</summary>
    /// <param name="alsoFor">Service names that a signature may have in addition to the signing name of the spec.</param>
    public JobsDataPlaneSigV4Verifier ToVerifier(params IEnumerable<string> alsoFor) =>
        new((id, _) => new(id == Key.AccessKeyId ? Key : null), Region, alsoFor: alsoFor);
}
