using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Http.Signatures;

/// <summary>Emits the verifier of signatures, for the server.</summary>
internal static class SigV4VerifierEmitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var writer = CodeWriter.ForFile(Namespace.Of(spec.Namespace));
        writer.Line($$"""
            /// <summary>The reason for the rejection of a request.</summary>
            /// <param name="Status">The status code of the response.</param>
            /// <param name="Type">The error type of the response, in the header x-amzn-ErrorType.</param>
            /// <param name="Message">The error message. It discloses no secrets.</param>
            public sealed record {{Identifier.Of(spec.Service + "SigV4Refusal")}}(int Status, string Type, string Message);

            """);
        WriteSummary(writer, spec);
        writer.Open($"public sealed class {Identifier.Of(spec.Service + "SigV4Verifier")}");
        WriteConstructor(writer, spec);
        writer.Line();
        SigV4VerifyText.Write(writer, spec);
        writer.Line();
        SigV4PartsText.Write(writer);
        writer.Close();
        return writer.ToSourceText();
    }

    private static void WriteSummary(CodeWriter writer, SpecModel spec) => writer.Line($"""
        /// <summary>Verifies AWS Signature Version 4 in the headers of requests to {DocText.Of(spec.Title)}. Thread-safe.</summary>
        /// <remarks>
        /// <para>Pass it to the method that maps the endpoints. The signer becomes the user of the request, with the access key id as name.</para>
        /// <para>
        /// The rejections. 403 MissingAuthenticationTokenException: no signature. 400 IncompleteSignatureException: a header that is
        /// malformed or incomplete. 403 UnrecognizedClientException: an unknown access key id or session token.
        /// 403 InvalidSignatureException: a wrong day, region or service, a time that differs too much, or a signature that does not match
        /// the request. AWS documents that such requests are rejected, mostly with 403. It does not document the error types of this
        /// service; the types are chosen after those of its other JSON services.
        /// 413 RequestEntityTooLargeException: the body is larger than the endpoint accepts; it must be read for the verification.
        /// </para>
        /// <para>
        /// Path and query must arrive unchanged: a proxy that rewrites them invalidates the signature. Within the 15 minutes a request
        /// that has been intercepted can be replayed; use TLS. Signatures in the query are not accepted.
        /// </para>
        /// </remarks>
        """);

    private static void WriteConstructor(CodeWriter writer, SpecModel spec)
    {
        var source = Code.Of($"global::System.Func<string, global::System.Threading.CancellationToken, global::System.Threading.Tasks.ValueTask<{SigV4Code.Credentials(spec)}?>>");
        writer.Line($$"""
            /// <summary>The maximum difference between the time of a request and the clock of the server.</summary>
            public static readonly global::System.TimeSpan Tolerance = global::System.TimeSpan.FromMinutes(15);

            private const string Algorithm = "{{SigV4Code.Algorithm}}";

            /// <summary>The headers that carry members of requests, in lower case.</summary>
            private static readonly string[] s_memberHeaders = [{{SigV4Code.MemberHeaders(spec, new ShapeTypes(spec))}}];

            private readonly {{source}} _credentials;
            private readonly string _region;
            private readonly global::System.Collections.Generic.HashSet<string> _services;
            private readonly global::System.TimeProvider _clock;

            /// <summary>Creates a verifier.</summary>
            /// <param name="credentials">Returns the credentials of an access key id, with the session token if there is one; null if the id is unknown. The id is not validated.</param>
            /// <param name="region">The region that callers must sign for, for instance <c>us-east-1</c>.</param>
            /// <param name="clock">The clock; null for the system clock.</param>
            /// <param name="alsoFor">Further service names that callers may sign for, such as <c>iot</c>, which AWS clients use for the control plane; null for none.</param>
            public {{Identifier.Of(spec.Service + "SigV4Verifier")}}({{source}} credentials, string region, global::System.TimeProvider? clock = null, global::System.Collections.Generic.IEnumerable<string>? alsoFor = null)
            {
                global::System.ArgumentNullException.ThrowIfNull(credentials);
                global::System.ArgumentException.ThrowIfNullOrEmpty(region);
                _credentials = credentials;
                _region = region;
                _clock = clock ?? global::System.TimeProvider.System;
                _services = new(alsoFor ?? [], global::System.StringComparer.Ordinal) { {{SigV4Code.Signer(spec)}}.SigningName };
            }
            """);
    }
}
