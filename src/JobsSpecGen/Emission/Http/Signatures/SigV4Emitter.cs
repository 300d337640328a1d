using JobsSpecGen.Emission.Http.Messages;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Http.Signatures;

/// <summary>Emits AWS Signature Version 4: one implementation for signing and for verifying.</summary>
internal static class SigV4Emitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var types = new ShapeTypes(spec);
        var writer = CodeWriter.ForFile(types.Namespace);
        WriteCredentials(writer, spec);
        writer.Line();
        writer.Line($"""
            /// <summary>Signs requests to {DocText.Of(spec.Title)} with AWS Signature Version 4, in headers. Signatures in the query are not supported.</summary>
            /// <remarks>
            /// The signature covers the method, path, query and body, and the headers Host, Content-Type, X-Amz-* and those of members. The
            /// hash of the body is signed, but not sent in a header: it follows from the body. AWS's Python clients do not send it either.
            /// </remarks>
            """);
        writer.Open($"public static class {Identifier.Of(spec.Service + "SigV4")}");
        writer.Line($"""
            /// <summary>The service name in signatures.</summary>
            public const string SigningName = {CSharpLiteral.Of(spec.SigningName)};

            private const string Algorithm = "{SigV4Code.Algorithm}";

            /// <summary>The headers that carry members of requests, in lower case.</summary>
            private static readonly string[] s_memberHeaders = [{SigV4Code.MemberHeaders(spec, types)}];

            """);
        WriteSign(writer, spec);
        writer.Line();
        SigV4CanonicalText.Write(writer);
        writer.Close();
        return writer.ToSourceText();
    }

    private static void WriteCredentials(CodeWriter writer, SpecModel spec) => writer.Line($$"""
        /// <summary>The credentials of a caller of {{DocText.Of(spec.Title)}}.</summary>
        /// <param name="AccessKeyId">The id of the key. It is sent with every request.</param>
        /// <param name="SecretAccessKey">The secret key. It is never sent.</param>
        /// <param name="SessionToken">The token of a temporary key, which is sent with every request; null for other keys.</param>
        public sealed record {{Identifier.Of(spec.Service + "SigV4Credentials")}}(string AccessKeyId, string SecretAccessKey, string? SessionToken = null)
        {
            /// <summary>Returns the id of the key without the secret.</summary>
            public override string ToString() => AccessKeyId;
        }
        """);

    private static void WriteSign(CodeWriter writer, SpecModel spec) => writer.Line($$"""
        /// <summary>Signs a request. An existing signature is replaced, for instance before a retry.</summary>
        /// <param name="message">The request, with an absolute address. Its content is buffered. Any later change invalidates the signature.</param>
        /// <param name="credentials">The credentials.</param>
        /// <param name="region">The region of the service, for instance <c>us-east-1</c>.</param>
        /// <param name="now">The time of the request. Services accept a difference of at most 15 minutes.</param>
        /// <param name="cancellationToken">Cancels the buffering of the content.</param>
        /// <exception cref="global::System.ArgumentException">The address of the request is not absolute.</exception>
        public static async {{HttpCode.Task}} SignAsync(
            {{HttpCode.Http}}.HttpRequestMessage message,
            {{SigV4Code.Credentials(spec)}} credentials,
            string region,
            global::System.DateTimeOffset now,
            global::System.Threading.CancellationToken cancellationToken = default)
        {
            global::System.ArgumentNullException.ThrowIfNull(message);
            global::System.ArgumentNullException.ThrowIfNull(credentials);
            global::System.ArgumentException.ThrowIfNullOrEmpty(region);
            if (message.RequestUri is not { IsAbsoluteUri: true } address)
            {
                throw new global::System.ArgumentException("A request must have an absolute address before it can be signed.", nameof(message));
            }

            var body = message.Content is null ? [] : await message.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            var time = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", global::System.Globalization.CultureInfo.InvariantCulture);
            Set(message, "Authorization", null);
            Set(message, "X-Amz-Date", time);
            Set(message, "X-Amz-Security-Token", credentials.SessionToken);
            var headers = HeadersOf(message, address);
            var signature = Signature(message.Method.Method, address.PathAndQuery, headers, body, credentials.SecretAccessKey, time, region);
            var names = string.Join(";", global::System.Linq.Enumerable.Select(headers, static header => header.Key));
            Set(message, "Authorization", $"{Algorithm} Credential={credentials.AccessKeyId}/{Scope(time, region, SigningName)}, SignedHeaders={names}, Signature={signature}");
        }

        private static void Set({{HttpCode.Http}}.HttpRequestMessage message, string name, string? value)
        {
            message.Headers.Remove(name);
            if (value is not null)
            {
                message.Headers.TryAddWithoutValidation(name, value);
            }
        }

        private static global::System.Collections.Generic.IReadOnlyCollection<{{SigV4Code.Headers}}> HeadersOf({{HttpCode.Http}}.HttpRequestMessage message, global::System.Uri address)
        {
            var headers = new global::System.Collections.Generic.SortedDictionary<string, string>(global::System.StringComparer.Ordinal)
            {
                ["host"] = message.Headers.Host ?? HostOf(address),
            };
            foreach (var header in message.Headers.NonValidated)
            {
                var name = header.Key.ToLowerInvariant();
                if (name.StartsWith("x-amz-", global::System.StringComparison.Ordinal) || global::System.Array.IndexOf(s_memberHeaders, name) >= 0)
                {
                    headers[name] = header.Value.ToString();
                }
            }

            if (message.Content?.Headers.NonValidated.TryGetValues("Content-Type", out var type) == true)
            {
                headers["content-type"] = type.ToString();
            }

            return headers;
        }

        /// <summary>The default value of the Host header.</summary>
        private static string HostOf(global::System.Uri address)
        {
            var host = address.HostNameType == global::System.UriHostNameType.IPv6 ? address.Host : address.IdnHost;
            return address.IsDefaultPort ? host : host + ":" + address.Port.ToString(global::System.Globalization.CultureInfo.InvariantCulture);
        }
        """);
}
