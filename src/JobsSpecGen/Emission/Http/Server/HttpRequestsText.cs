using JobsSpecGen.Emission.Http.Messages;
using JobsSpecGen.Emission.Json;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Http.Server;

/// <summary>Emits how the server reads the parts of a request.</summary>
internal static class HttpRequestsText
{
    public static void Write(CodeWriter writer, ShapeTypes types, SpecModel spec)
    {
        writer.Line($"/// <summary>The parts of a request.</summary>");
        writer.Open($"private static class Requests");
        WriteSegment(writer);
        writer.Line();
        WriteQuery(writer);
        writer.Line();
        WriteBody(writer);
        writer.Line();
        WriteRefusals(writer, types, spec);
        writer.Close();
    }

    private static void WriteSegment(CodeWriter writer) => writer.Line($$"""
        /// <summary>
        /// The text of a path segment, counted from the end. Routing does not decode <c>%2F</c>, so that it is indistinguishable from
        /// <c>%252F</c>. The raw path distinguishes them, unless a component in between has changed it.
        /// </summary>
        public static string Segment({{HttpCode.Context}} context, string parameter, int fromEnd)
        {
            var value = (string)context.Request.RouteValues[parameter]!;
            if (!value.Contains("%2F", global::System.StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }

            var routed = Slashed(value);
            var target = context.Features.Get<{{HttpCode.AspNet}}.Http.Features.IHttpRequestFeature>()?.RawTarget ?? "";
            var segments = target.Split('?')[0].TrimEnd('/').Split('/');
            if (segments.Length < fromEnd)
            {
                return routed;
            }

            var sent = global::System.Uri.UnescapeDataString(segments[^fromEnd]);
            return Slashed(sent) == routed ? sent : routed;
        }

        private static string Slashed(string text) => text.Replace("%2F", "/", global::System.StringComparison.OrdinalIgnoreCase);
        """);

    private static void WriteQuery(CodeWriter writer) => writer.Line($$"""
        /// <summary>The text of a member in the query; null if it is absent. If it occurs twice, the last one is used.</summary>
        public static string? Query({{HttpCode.Context}} context, string name)
        {
            string? text = null;
            foreach (var pair in new {{HttpCode.AspNet}}.WebUtilities.QueryStringEnumerable(context.Request.QueryString.Value))
            {
                if (global::System.MemoryExtensions.SequenceEqual(pair.DecodeName().Span, name))
                {
                    text = pair.DecodeValue().ToString();
                }
            }

            return text;
        }

        /// <summary>The text of a member in the headers; null if it is absent. If it occurs twice, the last one is used.</summary>
        public static string? Header({{HttpCode.Context}} context, string name)
        {
            var texts = context.Request.Headers[name];
            return texts.Count == 0 ? null : texts[^1];
        }
        """);

    private static void WriteBody(CodeWriter writer) => writer.Line($$"""
        /// <summary>The body. An empty body means an empty object. A content type other than JSON is rejected; a missing one is accepted.</summary>
        public static async global::System.Threading.Tasks.Task<global::System.ReadOnlyMemory<byte>> BodyAsync({{HttpCode.Context}} context, int most)
        {
            var length = context.Request.ContentLength;
            if (length > most)
            {
                throw TooLarge(most);
            }

            // The declared length is not trusted before the data arrives: many clients may declare a lot and send nothing.
            var body = new byte[global::System.Math.Min(length ?? 1024, 4096)];
            var count = 0;
            while (count != length)
            {
                if (count == body.Length)
                {
                    global::System.Array.Resize(ref body, (int)global::System.Math.Min(global::System.Math.Min(body.Length * 2L, most + 1L), global::System.Array.MaxLength));
                }

                if (await context.Request.Body.ReadAsync(new global::System.Memory<byte>(body, count, body.Length - count), context.RequestAborted).ConfigureAwait(false) is not (> 0 and var read))
                {
                    break;
                }

                count += read;
                if (count > most)
                {
                    throw TooLarge(most);
                }
            }

            if (count == 0)
            {
                return "{}"u8.ToArray();
            }

            if (context.Request.ContentType is not (null or "") && !IsJson(context.Request.ContentType))
            {
                throw new {{HttpCode.BadRequest}}("The body of the request must be application/json.", 415);
            }

            // The JSON reader does not validate strings that it skips.
            var json = new global::System.ReadOnlyMemory<byte>(body, 0, count);
            return global::System.Text.Unicode.Utf8.IsValid(json.Span)
                ? json
                : throw new {{HttpCode.BadRequest}}("The body of the request is not UTF-8, as JSON has to be.", 400);
        }

        private static bool IsJson(string contentType)
        {
            var type = contentType.Split(';')[0].Trim().ToLowerInvariant();
            return type is "application/json" or "application/x-amz-json-1.0" or "application/x-amz-json-1.1" || (type.StartsWith("application/", global::System.StringComparison.Ordinal) && type.EndsWith("+json", global::System.StringComparison.Ordinal));
        }

        private static {{HttpCode.BadRequest}} TooLarge(int most) => new($"The body of the request has more than {most} bytes.", 413);
        """);

    private static void WriteRefusals(CodeWriter writer, ShapeTypes types, SpecModel spec)
    {
        var refusal = HttpCode.RefusalType(spec, types);
        var violations = Code.Of($"global::System.Collections.Generic.IReadOnlyList<{HttpCode.Violation(types)}>");
        writer.Line($$"""
            /// <summary>Rejects a request that violates constraints.</summary>
            public static void Refuse({{violations}} violations)
            {
                if (violations.Count > 0)
                {
                    throw new {{refusal}}(violations) { Clause = violations[0].Clause };
                }
            }

            /// <summary>The error for a body that cannot be read, with the other violations of the request.</summary>
            public static {{refusal}} Unreadable({{violations}} violations, {{JsonCode.Exception}} cause) =>
                new(violations.Count == 0 ? cause.Message : string.Join("; ", violations) + "; " + cause.Message, cause) { Violations = violations };
            """);
    }
}
