using JobsSpecGen.Emission.Http.Messages;
using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Http.Signatures;

/// <summary>Emits how the verifier reads the parts of a request.</summary>
internal static class SigV4PartsText
{
    public static void Write(CodeWriter writer)
    {
        WriteSigned(writer);
        writer.Line();
        WriteRequest(writer);
        writer.Line();
        WriteBody(writer);
    }

    private static void WriteSigned(CodeWriter writer) => writer.Line($$"""
        /// <summary>The parts of the Authorization header.</summary>
        private sealed record Signed(string AccessKeyId, string Scope, string[] Headers, string Signature)
        {
            public static Signed? Of(global::Microsoft.Extensions.Primitives.StringValues values)
            {
                const string start = Algorithm + " ";
                if (values.Count != 1 || values[0] is not { } text || !text.StartsWith(start, global::System.StringComparison.Ordinal))
                {
                    return null;
                }

                string? credential = null, names = null, signature = null;
                foreach (var part in text[start.Length..].Split(',', global::System.StringSplitOptions.TrimEntries))
                {
                    var isKnown = Take(part, "Credential=", ref credential) || Take(part, "SignedHeaders=", ref names) || Take(part, "Signature=", ref signature);
                    if (!isKnown)
                    {
                        return null;
                    }
                }

                var slash = credential?.IndexOf('/') ?? -1;
                return slash <= 0 || names is null || signature is not { Length: 64 } ? null
                    : names.Split(';') is var headers && AreInOrder(headers) ? new(credential![..slash], credential[(slash + 1)..], headers, signature)
                    : null;
            }

            /// <summary>Reads a part that may occur once.</summary>
            private static bool Take(string part, string name, ref string? value)
            {
                if (value is not null || !part.StartsWith(name, global::System.StringComparison.Ordinal))
                {
                    return false;
                }

                value = part[name.Length..];
                return true;
            }

            /// <summary>Whether names are in lower case, sorted and distinct.</summary>
            private static bool AreInOrder(string[] names)
            {
                for (var i = 0; i < names.Length; i++)
                {
                    if (names[i] != names[i].ToLowerInvariant() || (i > 0 && string.CompareOrdinal(names[i - 1], names[i]) >= 0))
                    {
                        return false;
                    }
                }

                return true;
            }
        }
        """);

    private static void WriteRequest(CodeWriter writer) => writer.Line($$"""
        private static global::System.Collections.Generic.IEnumerable<{{SigV4Code.Headers}}> HeadersOf({{HttpCode.AspNet}}.Http.HttpRequest request, Signed signed)
        {
            foreach (var name in signed.Headers)
            {
                yield return new(name, request.Headers[name].ToString());
            }
        }

        /// <summary>The raw path and query. A request to a proxy may contain an absolute address.</summary>
        private static string TargetOf({{HttpCode.Context}} context)
        {
            var target = context.Features.Get<{{HttpCode.AspNet}}.Http.Features.IHttpRequestFeature>()?.RawTarget ?? "";
            if (target.StartsWith('/'))
            {
                return target;
            }

            var authority = target.IndexOf("://", global::System.StringComparison.Ordinal);
            var path = authority < 0 ? -1 : target.IndexOfAny(['/', '?'], authority + 3);
            return path < 0 ? "/" : target[path..];
        }

        /// <summary>Compares two texts in constant time.</summary>
        private static bool AreEqual(string a, string b) => global::System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(
            global::System.Text.Encoding.UTF8.GetBytes(a), global::System.Text.Encoding.UTF8.GetBytes(b));
        """);

    private static void WriteBody(CodeWriter writer) => writer.Line($$"""
        /// <summary>The body; null if it exceeds the maximum size.</summary>
        private static async global::System.Threading.Tasks.Task<byte[]?> BodyAsync({{HttpCode.Context}} context, int most)
        {
            if (context.Request.ContentLength > most)
            {
                return null;
            }

            using var body = new global::System.IO.MemoryStream();
            var buffer = new byte[4096];
            while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted).ConfigureAwait(false) is > 0 and var count)
            {
                if (body.Length + count > most)
                {
                    return null;
                }

                body.Write(buffer, 0, count);
            }

            return body.ToArray();
        }
        """);
}
