using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Emission.Http.Messages;
using JobsSpecGen.Emission.Json;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Http.Client;

/// <summary>Emits the parts that the operations of a client share.</summary>
internal static class HttpClientPartsText
{
    public static void Write(CodeWriter writer, ShapeTypes types, SpecModel spec, IReadOnlyList<HttpMapping> operations)
    {
        WriteCall(writer, types, spec);
        writer.Line();
        WriteMessage(writer, types, spec);
        if (operations.Any(operation => operation.In(MemberLocation.Header).Any()))
        {
            writer.Line();
            WriteAddHeader(writer);
        }

        writer.Line();
        WriteSegment(writer);
        if (operations.Any(operation => operation.In(MemberLocation.Query).Any()))
        {
            writer.Line();
            WriteQuery(writer);
        }
    }

    private static void WriteCall(CodeWriter writer, ShapeTypes types, SpecModel spec) => writer.Line($$"""
        private delegate TResponse Reader<TResponse>(global::System.ReadOnlySpan<byte> utf8Json);

        private async global::System.Threading.Tasks.Task<TResponse> CallAsync<TResponse>({{HttpCode.Http}}.HttpRequestMessage message, Reader<TResponse> read, global::System.Threading.CancellationToken cancellationToken)
        {
            using var answer = await _http.SendAsync(message, cancellationToken).ConfigureAwait(false);
            var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            var status = (int)answer.StatusCode;
            string? type = answer.Headers.TryGetValues("x-amzn-ErrorType", out var values) ? string.Join(",", values) : null;
            if (!answer.IsSuccessStatusCode)
            {
                throw global::{{types.Namespace}}.{{JsonCode.ClassOf(spec)}}.ReadError(status, type, body);
            }

            try
            {
                // Some services send an empty body instead of an empty object.
                return read(body.Length == 0 ? "{}"u8 : body);
            }
            catch ({{JsonCode.Exception}} e)
            {
                throw new global::{{types.Namespace}}.{{HttpExceptionText.NameOf(spec)}}(status, type, global::System.Text.Encoding.UTF8.GetString(body), null, e);
            }
        }
        """);

    private static void WriteMessage(CodeWriter writer, ShapeTypes types, SpecModel spec)
    {
        var refusal = HttpCode.RefusalType(spec, types);
        writer.Line($$"""
            private {{HttpCode.Http}}.HttpRequestMessage NewMessage({{HttpCode.Http}}.HttpMethod method, string target) => new(method, new global::System.Uri(_address + target))
            {
                Version = _http.DefaultRequestVersion,
                VersionPolicy = _http.DefaultVersionPolicy,
            };

            private static {{HttpCode.Http}}.ByteArrayContent Json(byte[] utf8Json)
            {
                var content = new {{HttpCode.Http}}.ByteArrayContent(utf8Json);
                content.Headers.ContentType = new("application/json");
                return content;
            }

            private static {{refusal}} Refused(global::System.Collections.Generic.IReadOnlyList<{{HttpCode.Violation(types)}}> violations, global::System.Exception cause) =>
                violations.Count > 0 ? new {{refusal}}(violations) { Clause = violations[0].Clause } : new {{refusal}}(cause.Message, cause);
            """);
    }

    private static void WriteSegment(CodeWriter writer) => writer.Line($$"""
        /// <summary>A segment of the path. Servers and proxies remove empty segments and dot segments, and reject NUL.</summary>
        private static string Segment(string name, string? value) =>
            value is null or "" or "." or ".." || value.Contains('\0')
                ? throw new global::System.ArgumentException(name + ": a path cannot carry '" + value + "'")
                : "/" + Escape(name, value);

        /// <summary>Percent-encodes all characters except letters, digits and <c>-._~</c>. An unpaired surrogate is rejected, never replaced.</summary>
        private static string Escape(string name, string value)
        {
            for (var i = 0; i < value.Length; i++)
            {
                if (char.IsSurrogatePair(value, i))
                {
                    i++;
                }
                else if (char.IsSurrogate(value[i]))
                {
                    throw new global::System.ArgumentException(name + ": a URI cannot carry half of a surrogate pair, as at index " + i.ToString(global::System.Globalization.CultureInfo.InvariantCulture));
                }
            }

            return global::System.Uri.EscapeDataString(value);
        }
        """);

    private static void WriteQuery(CodeWriter writer) => writer.Line($$"""
        private static string Query(params (string Name, string? Value)[] members)
        {
            var query = new global::System.Text.StringBuilder();
            foreach (var (name, value) in members)
            {
                if (value is not null)
                {
                    query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Escape(name, value));
                }
            }

            return query.ToString();
        }
        """);

    private static void WriteAddHeader(CodeWriter writer) => writer.Line($$"""
        private static void AddHeader({{HttpCode.Http}}.HttpRequestMessage message, string name, string? value)
        {
            if (value is not null)
            {
                message.Headers.Add(name, value);
            }
        }
        """);
}
