using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Transport.Codec;

namespace JobsSpecGen.Conformance.Techniques.Wire;

/// <summary>Edits of the method, path and query that a typed client would not send.</summary>
internal static class TargetEdits
{
    private static readonly string[] Methods = ["DELETE", "PATCH", "PUT", "POST", "GET"];
    private const int MaxMethods = 2;

    /// <summary>Percent-encodings of the path.</summary>
    public static IEnumerable<RawEdit> Encodings(RawSubject subject)
    {
        if (subject.Path.Any())
        {
            yield return Path("all characters encoded", RequestEncoder.EscapeAll, isRefused: false);
            yield return Path("all characters encoded, in lowercase", text => RequestEncoder.EscapeAll(text).ToLowerInvariant(), isRefused: false);
        }

        // Characters that need no encoding may be encoded all the same, and clients differ in this.
        if (subject.Http.Path.Split('/').Any(s => s is not ['{', ..] && RequestEncoder.Escape(s) != s))
        {
            yield return Path("literal path segments encoded", RequestEncoder.EscapeMinimal, isRefused: false, RequestEncoder.Escape);
        }

        foreach (var member in subject.Path)
        {
            foreach (var (label, change) in ((string, Func<string, string>)[])[("encoded twice", t => RequestEncoder.Escape(RequestEncoder.EscapeAll(t))), ("with an encoded slash", t => RequestEncoder.Escape(t + "/x"))])
            {
                if (subject.Samples.First(member.Shape) is SpecValue.Text sample && !subject.Model.IsValid(member.Shape, SpecValue.Of(Uri.UnescapeDataString(change(sample.Value)))))
                {
                    yield return new($"{member.Name} {label}", (encoder, call) => WithPath(encoder, call, text => call.Request[member.Name] == SpecValue.Of(text) ? change(text) : RequestEncoder.EscapeMinimal(text)), IsRefused: true);
                }
            }
        }
    }

    /// <summary>Encodings of a literal in the place of a name. Clients differ in the characters that they encode. The call contains the literal.</summary>
    public static IEnumerable<RawEdit> Literals(string literal) =>
    [
        Path($"{literal} unencoded", text => text == literal ? text : RequestEncoder.EscapeMinimal(text), isRefused: false),
        Path($"{literal} with reserved characters encoded", RequestEncoder.Escape, isRefused: false),
        Path($"{literal} with all characters encoded", RequestEncoder.EscapeAll, isRefused: false),
    ];

    /// <summary>A query parameter that the operation does not define.</summary>
    public static IEnumerable<RawEdit> UnknownQuery() => [Target("an unknown query parameter", target => WithQuery(target, "noSuchName=1"), isRefused: false)];

    /// <summary>A repeated query parameter whose first occurrence has another value.</summary>
    public static IEnumerable<RawEdit> RepeatedQuery(RawSubject subject, MemberInfo member) => subject.Another(member, SpecValue.Absent) is null
        ? []
        : [new($"{member.Name} twice", (encoder, call) =>
            {
                var request = encoder.Encode(call);
                var other = subject.Another(member, call.Request[member.Name]) ?? call.Request[member.Name];
                return request with { Target = WithQuery(request.Target, $"{member.Name}={RequestEncoder.Escape(TemplateText.ToText(other))}") };
            }, IsRefused: false)];

    /// <summary>Query values that are invalid for the type of the member.</summary>
    public static IEnumerable<RawEdit> WrongQuery(RawSubject subject, MemberInfo member) => subject.Model.Shape(member.Shape).Kind switch
    {
        ShapeKind.Boolean => [Wrong(member, "maybe")],
        ShapeKind.Integer or ShapeKind.Timestamp => [Wrong(member, "abc"), Wrong(member, "1.5"), Wrong(member, "9223372036854775808")],
        _ => [],
    };

    /// <summary>A trailing slash in the path.</summary>
    public static IEnumerable<RawEdit> TrailingSlash() => [Target("a trailing slash", target => target.Contains('?', StringComparison.Ordinal)
        ? target.Replace("?", "/?", StringComparison.Ordinal)
        : target + "/", isRefused: false)];

    /// <summary>Methods that no operation with a matching path has.</summary>
    public static IEnumerable<RawEdit> WrongMethods(RawSubject subject) => Methods
        .Where(m => !subject.Model.Spec.Operations.Any(o => o.Http is { } http && http.Method == m && MayMatch(http.Path, subject.Http.Path)))
        .Take(MaxMethods)
        .Select(m => new RawEdit(m, (encoder, call) => new(m, encoder.Path(call, RequestEncoder.EscapeMinimal)), IsRefused: true));

    private static RawEdit Wrong(MemberInfo member, string text) => new($"{member.Name} is {text}", (encoder, call) =>
    {
        var request = encoder.Encode(call with { Request = call.Request.With(member.Name, SpecValue.Absent) });
        return request with { Target = request.Target + (request.Target.Contains('?', StringComparison.Ordinal) ? '&' : '?') + $"{member.Name}={text}" };
    }, IsRefused: true);

    private static RawEdit Path(string label, Func<string, string> escape, bool isRefused, Func<string, string>? literal = null) =>
        new(label, (encoder, call) => WithPath(encoder, call, escape, literal), isRefused);

    private static WireRequest WithPath(RequestEncoder encoder, SpecCall call, Func<string, string> escape, Func<string, string>? literal = null)
    {
        var request = encoder.Encode(call);
        var query = request.Target.IndexOf('?', StringComparison.Ordinal);
        return request with { Target = encoder.Path(call, escape, literal) + (query < 0 ? "" : request.Target[query..]) };
    }

    private static RawEdit Target(string label, Func<string, string> change, bool isRefused) => new(label, (encoder, call) =>
    {
        var request = encoder.Encode(call);
        return request with { Target = change(request.Target) };
    }, isRefused);

    /// <summary>Adds a parameter at the beginning of the query.</summary>
    private static string WithQuery(string target, string more) => target.Contains('?', StringComparison.Ordinal)
        ? target.Replace("?", $"?{more}&", StringComparison.Ordinal)
        : $"{target}?{more}";

    private static bool MayMatch(string one, string other)
    {
        var (a, b) = (one.Split('/'), other.Split('/'));
        return a.Length == b.Length && a.Zip(b).All(s => s.First is ['{', ..] || s.Second is ['{', ..] || s.First == s.Second);
    }
}
