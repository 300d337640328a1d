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
            /// <summary>Signs requests to {DocText.Of(spec.Title)} with AWS Signature Version 4, in headers. Signatures in the query are not made.</summary>
            /// <remarks>
            /// Signed are method, path, query, body, and of the headers Host, Content-Type, X-Amz-* and those that carry members. The hash of
            /// the body is in what is signed, but is not sent in a header of its own: the body says it, and AWS's Python clients do without, too.
            /// </remarks>
            """);
        writer.Open($"public static class {Identifier.Of(spec.Service + "SigV4")}");
        writer.Line($"""
            /// <summary>What the service is called in signatures.</summary>
            public const string SigningName = {CSharpLiteral.Of(spec.SigningName)};

            private const string Algorithm = "{SigV4Code.Algorithm}";

            /// <summary>The headers that members of requests travel in, in small letters.</summary>
            private static readonly string[] s_memberHeaders = [{SigV4Code.MemberHeaders(spec, types)}];

            """);
        WriteSign(writer, spec);
        writer.Line();
        SigV4CanonicalText.Write(writer);
        writer.Close();
        return writer.ToSourceText();
    }

    private static void WriteCredentials(CodeWriter writer, SpecModel spec) => writer.Line($$"""
        /// <summary>What a caller of {{DocText.Of(spec.Title)}} signs with.</summary>
        /// <param name="AccessKeyId">Names the key. Travels with every request.</param>
        /// <param name="SecretAccessKey">The key. Never travels.</param>
        /// <param name="SessionToken">The token that comes with a temporary key, and travels with every request; null for other keys.</param>
        public sealed record {{Identifier.Of(spec.Service + "SigV4Credentials")}}(string AccessKeyId, string SecretAccessKey, string? SessionToken = null)
        {
            /// <summary>Names the key, and shows nothing that is secret.</summary>
            public override string ToString() => AccessKeyId;
        }
        """);

    private static void WriteSign(CodeWriter writer, SpecModel spec) => writer.Line($$"""
        /// <summary>Signs a request. One that is signed already is signed anew, for instance before it is sent again.</summary>
        /// <param name="message">The request, with an absolute address. Its content is read into memory. Whatever is changed afterwards breaks the signature.</param>
        /// <param name="credentials">What to sign with.</param>
        /// <param name="region">The region that the service takes itself to be in, for instance <c>us-east-1</c>.</param>
        /// <param name="now">The time of the request. Services take what is at most 15 minutes off.</param>
        /// <param name="cancellationToken">Calls off reading the content.</param>
        /// <exception cref="global::System.ArgumentException">The request has no absolute address.</exception>
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

        /// <summary>What goes out as Host where nothing else is said.</summary>
        private static string HostOf(global::System.Uri address)
        {
            var host = address.HostNameType == global::System.UriHostNameType.IPv6 ? address.Host : address.IdnHost;
            return address.IsDefaultPort ? host : host + ":" + address.Port.ToString(global::System.Globalization.CultureInfo.InvariantCulture);
        }
        """);
}
