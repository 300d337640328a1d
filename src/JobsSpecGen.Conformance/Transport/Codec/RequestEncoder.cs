using System.Text;
using JobsSpecGen.Conformance.Contract;

namespace JobsSpecGen.Conformance.Transport.Codec;

/// <summary>Makes requests of calls, by the bindings of the spec.</summary>
internal sealed class RequestEncoder(SpecInfo spec, IReadOnlyDictionary<string, string> given)
{
    private readonly Dictionary<string, OperationInfo> _operations = spec.Operations.ToDictionary(o => o.Name, StringComparer.Ordinal);

    /// <summary>The request that means a call.</summary>
    /// <exception cref="NotSupportedException">HTTP cannot carry it.</exception>
    public WireRequest Encode(SpecCall call)
    {
        var operation = _operations[call.Operation];
        var http = HttpOf(operation);
        var holes = new TemplateText(call, http, given);
        if (http.Path.Split('/').Select(s => s is ['{', .. var name, '}'] ? name : "").FirstOrDefault(n => n.Length > 0 && holes.Text(n).Contains('/', StringComparison.Ordinal)) is { } slashed)
        {
            throw new NotSupportedException($"an encoded slash in a path, here in '{slashed}', is tried by raw requests only: many servers route by the decoded path");
        }

        return new(http.Method, Path(call, EscapeMinimal) + Query(call, http, holes))
        {
            Headers =
            [
                .. http.HeaderMembers.Where(m => call.Request[m].IsPresent).Select(m => KeyValuePair.Create(m, HeaderValue(m, TemplateText.ToText(call.Request[m])))),
                .. HasBody(operation) ? new[] { KeyValuePair.Create("Content-Type", "application/json") } : [],
            ],
            Body = http.Body is { } template ? holes.FillJson(template) : HasBody(operation) ? JsonText.Of(BodyOf(call)) : null,
        };
    }

    /// <summary>The path of a call, with the names in it encoded in some way.</summary>
    /// <param name="call">The call.</param>
    /// <param name="escape">Encodes a name.</param>
    /// <param name="literal">Encodes what is not a name; null: as the spec has it.</param>
    public string Path(SpecCall call, Func<string, string> escape, Func<string, string>? literal = null)
    {
        var http = HttpOf(_operations[call.Operation]);
        var holes = new TemplateText(call, http, given);
        return string.Concat(http.Path.Split('/').Skip(1).Select(segment => "/" +
            (segment is ['{', .. var name, '}'] ? escape(Segment(name, holes.Text(name))) : (literal ?? (s => s))(segment))));
    }

    /// <summary>The members of a request that travel in the body.</summary>
    public IReadOnlyList<MemberInfo> BodyMembers(OperationInfo operation)
    {
        var http = HttpOf(operation);
        return [.. spec.Shapes[operation.Input].Members.Where(m =>
            !http.QueryMembers.Contains(m.Name) && !http.HeaderMembers.Contains(m.Name) && !http.Path.Contains("{" + m.Name + "}", StringComparison.Ordinal))];
    }

    /// <summary>
    /// A name in a path with nothing encoded that may stand there as it is, so that a service which does not decode is found by the
    /// requests that are there to find it, and not by all others.
    /// </summary>
    public static string EscapeMinimal(string text) =>
        Escape(text).Replace("%24", "$", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal).Replace("%40", "@", StringComparison.Ordinal);

    /// <summary>All but letters, digits and <c>-._~</c> percent-encoded, as clients of AWS do.</summary>
    public static string Escape(string text) => Uri.EscapeDataString(text);

    /// <summary>Everything percent-encoded.</summary>
    public static string EscapeAll(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(b => $"%{b:X2}"));

    private bool HasBody(OperationInfo operation) => operation.Http!.Body is not null || BodyMembers(operation).Count > 0;

    private SpecValue.Record BodyOf(SpecCall call)
    {
        var members = BodyMembers(_operations[call.Operation]);
        return new(members.Select(m => KeyValuePair.Create(m.Name, call.Request[m.Name])));
    }

    private static string Query(SpecCall call, HttpInfo http, TemplateText holes)
    {
        var parts = http.QueryMembers.Where(m => call.Request[m].IsPresent).Select(m => (Name: m, Value: TemplateText.ToText(call.Request[m])))
            .Concat(http.FixedQuery.Select(q => (Name: q.Key, Value: holes.Fill(q.Value))))
            .Select(q => $"{Escape(q.Name)}={Escape(q.Value)}")
            .ToList();
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    private static HttpInfo HttpOf(OperationInfo operation) =>
        operation.Http ?? throw new NotSupportedException($"the spec does not say how {operation.Name} travels over HTTP");

    private static string Segment(string name, string value) => value is "" or "." or ".." || value.Contains('\0')
        ? throw new NotSupportedException($"a path cannot carry {SpecValueText.Quote(value)} as '{name}'")
        : value;

    private static string HeaderValue(string name, string value) => value.All(c => c is >= ' ' and <= '~') && value == value.Trim()
        ? value
        : throw new NotSupportedException($"a header cannot carry {SpecValueText.Quote(value)} as '{name}'");
}
