using System.Text;
using JobsSpecGen.Conformance.Contract;

namespace JobsSpecGen.Conformance.Transport.Codec;

/// <summary>Encodes calls as HTTP requests by the bindings of the spec.</summary>
internal sealed class RequestEncoder(SpecInfo spec, IReadOnlyDictionary<string, string> given)
{
    private readonly Dictionary<string, OperationInfo> _operations = spec.Operations.ToDictionary(o => o.Name, StringComparer.Ordinal);

    /// <summary>Encodes a call.</summary>
    /// <exception cref="NotSupportedException">The call cannot be expressed as an HTTP request.</exception>
    public WireRequest Encode(SpecCall call)
    {
        var operation = _operations[call.Operation];
        var http = HttpOf(operation);
        var template = new TemplateText(call, http, given);
        if (http.Path.Split('/').Select(s => s is ['{', .. var name, '}'] ? name : "").FirstOrDefault(n => n.Length > 0 && template.ValueOf(n).Contains('/', StringComparison.Ordinal)) is { } member)
        {
            throw new NotSupportedException($"'{member}' has a slash, and only raw requests send an encoded slash in a path: many servers route by the decoded path");
        }

        return new(http.Method, Path(call, EscapeMinimal) + Query(call, http, template))
        {
            Headers =
            [
                .. http.HeaderMembers.Where(m => call.Request[m].IsPresent).Select(m => KeyValuePair.Create(m, HeaderValue(m, TemplateText.ToText(call.Request[m])))),
                .. HasBody(operation) ? new[] { KeyValuePair.Create("Content-Type", "application/json") } : [],
            ],
            Body = http.Body is { } body ? template.FillJson(body) : HasBody(operation) ? JsonText.Of(BodyOf(call)) : null,
        };
    }

    /// <summary>Builds the path of a call with a given percent-encoding.</summary>
    /// <param name="call">The call.</param>
    /// <param name="escape">Encodes the value of a name in the path.</param>
    /// <param name="literal">Encodes a literal segment of the path. Null leaves it as the spec has it.</param>
    public string Path(SpecCall call, Func<string, string> escape, Func<string, string>? literal = null)
    {
        var http = HttpOf(_operations[call.Operation]);
        var template = new TemplateText(call, http, given);
        return string.Concat(http.Path.Split('/').Skip(1).Select(segment => "/" +
            (segment is ['{', .. var name, '}'] ? escape(Segment(name, template.ValueOf(name))) : (literal ?? (s => s))(segment))));
    }

    /// <summary>The members of a request that are sent in the body.</summary>
    public IReadOnlyList<MemberInfo> BodyMembers(OperationInfo operation)
    {
        var http = HttpOf(operation);
        return [.. spec.Shapes[operation.Input].Members.Where(m =>
            !http.QueryMembers.Contains(m.Name) && !http.HeaderMembers.Contains(m.Name) && !http.Path.Contains("{" + m.Name + "}", StringComparison.Ordinal))];
    }

    /// <summary>
    /// Percent-encodes only the characters that a path segment must not contain. A service that does not decode paths then fails only
    /// the raw requests that check decoding, and not every other test case.
    /// </summary>
    public static string EscapeMinimal(string text) =>
        Escape(text).Replace("%24", "$", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal).Replace("%40", "@", StringComparison.Ordinal);

    /// <summary>Percent-encodes everything but letters, digits and <c>-._~</c>, as clients of AWS do.</summary>
    public static string Escape(string text) => Uri.EscapeDataString(text);

    /// <summary>Percent-encodes every byte.</summary>
    public static string EscapeAll(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(b => $"%{b:X2}"));

    private bool HasBody(OperationInfo operation) => operation.Http!.Body is not null || BodyMembers(operation).Count > 0;

    private SpecValue.Record BodyOf(SpecCall call)
    {
        var members = BodyMembers(_operations[call.Operation]);
        return new(members.Select(m => KeyValuePair.Create(m.Name, call.Request[m.Name])));
    }

    private static string Query(SpecCall call, HttpInfo http, TemplateText template)
    {
        var parts = http.QueryMembers.Where(m => call.Request[m].IsPresent).Select(m => (Name: m, Value: TemplateText.ToText(call.Request[m])))
            .Concat(http.FixedQuery.Select(q => (Name: q.Key, Value: template.Fill(q.Value))))
            .Select(q => $"{Escape(q.Name)}={Escape(q.Value)}")
            .ToList();
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    private static HttpInfo HttpOf(OperationInfo operation) =>
        operation.Http ?? throw new NotSupportedException($"the spec has no HTTP binding for {operation.Name}");

    private static string Segment(string name, string value) => value is "" or "." or ".." || value.Contains('\0')
        ? throw new NotSupportedException($"a path cannot carry {SpecValueText.Quote(value)} as '{name}'")
        : value;

    private static string HeaderValue(string name, string value) => value.All(c => c is >= ' ' and <= '~') && value == value.Trim()
        ? value
        : throw new NotSupportedException($"a header cannot carry {SpecValueText.Quote(value)} as '{name}'");
}
