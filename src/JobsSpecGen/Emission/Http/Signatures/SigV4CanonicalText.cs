using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Http.Signatures;

/// <summary>Emits the canonical request, the string to sign, and the signature.</summary>
internal static class SigV4CanonicalText
{
    public static void Write(CodeWriter writer)
    {
        WriteSignature(writer);
        writer.Line();
        WriteCanonical(writer);
    }

    private static void WriteSignature(CodeWriter writer) => writer.Line($$"""
        /// <summary>Computes the signature of a request.</summary>
        /// <param name="method">The method, for instance <c>GET</c>.</param>
        /// <param name="target">The raw path and query.</param>
        /// <param name="headers">The headers to sign: names in lower case, in order, and values.</param>
        /// <param name="body">The bytes of the body.</param>
        /// <param name="secretAccessKey">The key.</param>
        /// <param name="time">The time of the request in the format of X-Amz-Date, for instance <c>20150830T123600Z</c>.</param>
        /// <param name="region">The region.</param>
        /// <param name="signingName">The service name in signatures.</param>
        /// <returns>64 hexadecimal digits in lower case.</returns>
        public static string Signature(
            string method,
            string target,
            global::System.Collections.Generic.IEnumerable<{{SigV4Code.Headers}}> headers,
            global::System.ReadOnlySpan<byte> body,
            string secretAccessKey,
            string time,
            string region,
            string signingName = SigningName)
        {
            var request = Canonical(method, target, headers, Hex(global::System.Security.Cryptography.SHA256.HashData(body)));
            var toSign = Algorithm + "\n" + time + "\n" + Scope(time, region, signingName) + "\n" + Hex(global::System.Security.Cryptography.SHA256.HashData(Utf8(request)));
            var key = Mac(Mac(Mac(Mac(Utf8("AWS4" + secretAccessKey), time[..8]), region), signingName), "aws4_request");
            return Hex(Mac(key, toSign));
        }

        private static string Scope(string time, string region, string signingName) => $"{time[..8]}/{region}/{signingName}/aws4_request";

        private static byte[] Mac(byte[] key, string text) => global::System.Security.Cryptography.HMACSHA256.HashData(key, Utf8(text));

        private static byte[] Utf8(string text) => global::System.Text.Encoding.UTF8.GetBytes(text);

        private static string Hex(byte[] bytes) => global::System.Convert.ToHexString(bytes).ToLowerInvariant();
        """);

    private static void WriteCanonical(CodeWriter writer) => writer.Line($$"""
        private static string Canonical(string method, string target, global::System.Collections.Generic.IEnumerable<{{SigV4Code.Headers}}> headers, string hash)
        {
            var mark = target.IndexOf('?');
            var text = new global::System.Text.StringBuilder(method).Append('\n');
            AppendPath(text, mark < 0 ? target : target[..mark]);
            text.Append('\n').Append(mark < 0 ? "" : Query(target[(mark + 1)..])).Append('\n');
            var names = new global::System.Collections.Generic.List<string>();
            foreach (var (name, value) in headers)
            {
                names.Add(name);
                text.Append(name).Append(':').AppendJoin(' ', value.Split([' ', '\t'], global::System.StringSplitOptions.RemoveEmptyEntries)).Append('\n');
            }

            return text.Append('\n').AppendJoin(';', names).Append('\n').Append(hash).ToString();
        }

        /// <summary>The canonical path: without empty segments and dot segments, and percent-encoded a second time, as for every service except S3.</summary>
        private static void AppendPath(global::System.Text.StringBuilder text, string path)
        {
            var segments = new global::System.Collections.Generic.List<string>();
            foreach (var segment in path.Split('/'))
            {
                if (segment == "..")
                {
                    segments.RemoveRange(segments.Count == 0 ? 0 : segments.Count - 1, segments.Count == 0 ? 0 : 1);
                }
                else if (segment is not ("" or "."))
                {
                    segments.Add(segment);
                }
            }

            foreach (var segment in segments)
            {
                text.Append('/').Append(global::System.Uri.EscapeDataString(segment));
            }

            text.Append(segments.Count == 0 || path.EndsWith('/') ? "/" : "");
        }

        /// <summary>The canonical query: the raw parameters, sorted by name, then by value.</summary>
        private static string Query(string query)
        {
            var pairs = new global::System.Collections.Generic.List<(string Name, string Value)>();
            foreach (var pair in query.Split('&', global::System.StringSplitOptions.RemoveEmptyEntries))
            {
                var mark = pair.IndexOf('=');
                pairs.Add(mark < 0 ? (pair, "") : (pair[..mark], pair[(mark + 1)..]));
            }

            pairs.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name) is not 0 and var order ? order : string.CompareOrdinal(a.Value, b.Value));
            return string.Join("&", global::System.Linq.Enumerable.Select(pairs, static pair => pair.Name + "=" + pair.Value));
        }
        """);
}
