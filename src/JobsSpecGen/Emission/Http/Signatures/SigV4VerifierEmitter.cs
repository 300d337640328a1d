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
            /// <summary>Why a request is not let through.</summary>
            /// <param name="Status">The status to answer with.</param>
            /// <param name="Type">The error type to answer with, in the header x-amzn-ErrorType.</param>
            /// <param name="Message">What is wrong. Tells nothing that the caller must not know.</param>
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
        /// <summary>Verifies AWS Signature Version 4 in the headers of requests to {DocText.Of(spec.Title)}. Safe for use by many threads.</summary>
        /// <remarks>
        /// <para>Give it to the method that maps the endpoints. Who has signed is then the user of the request, with the access key id as name.</para>
        /// <para>
        /// The refusals. 403 MissingAuthenticationTokenException: no signature. 400 IncompleteSignatureException: a header that cannot be
        /// read, or lacks something. 403 UnrecognizedClientException: an access key id, or a session token, that nobody has.
        /// 403 InvalidSignatureException: another day, region or service, a time that is too far off, or a signature that is not that of
        /// this request. AWS documents that such requests are refused, mostly with 403; which type this service answers with it does not
        /// say, and the types are a choice after those of its other JSON services.
        /// 413 RequestEntityTooLargeException: the body is larger than the endpoint takes; it must be read before it can be verified.
        /// </para>
        /// <para>
        /// Path and query must arrive as they were sent: what a proxy rewrites is no longer signed. Within the 15 minutes a request
        /// that somebody has listened to can be sent again; use TLS. Signatures in the query are not taken.
        /// </para>
        /// </remarks>
        """);

    private static void WriteConstructor(CodeWriter writer, SpecModel spec)
    {
        var source = Code.Of($"global::System.Func<string, global::System.Threading.CancellationToken, global::System.Threading.Tasks.ValueTask<{SigV4Code.Credentials(spec)}?>>");
        writer.Line($$"""
            /// <summary>How far the time of a request may be from that of the server.</summary>
            public static readonly global::System.TimeSpan Tolerance = global::System.TimeSpan.FromMinutes(15);

            private const string Algorithm = "{{SigV4Code.Algorithm}}";

            /// <summary>The headers that members of requests travel in, in small letters.</summary>
            private static readonly string[] s_memberHeaders = [{{SigV4Code.MemberHeaders(spec, new ShapeTypes(spec))}}];

            private readonly {{source}} _credentials;
            private readonly string _region;
            private readonly global::System.Collections.Generic.HashSet<string> _services;
            private readonly global::System.TimeProvider _clock;

            /// <summary>Makes a verifier.</summary>
            /// <param name="credentials">Gives the key of an access key id, and the session token if there is one; null where nobody has that id. The id is as it was sent.</param>
            /// <param name="region">The region that callers have to sign for, for instance <c>us-east-1</c>.</param>
            /// <param name="clock">Tells the time; null for that of the machine.</param>
            /// <param name="alsoFor">Further services that callers may sign for, such as <c>iot</c> for what clients of AWS ask of the control plane; null: none.</param>
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
