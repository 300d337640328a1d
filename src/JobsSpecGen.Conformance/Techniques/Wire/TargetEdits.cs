using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Transport.Codec;

namespace JobsSpecGen.Conformance.Techniques.Wire;

/// <summary>Methods, paths and queries that no typed client would send.</summary>
internal static class TargetEdits
{
    private static readonly string[] Methods = ["DELETE", "PATCH", "PUT", "POST", "GET"];
    private const int MostMethods = 2;

    /// <summary>Names in the path, encoded in all ways.</summary>
    public static IEnumerable<RawEdit> Encodings(RawSubject subject)
    {
        if (subject.Path.Any())
        {
            yield return Path("everything encoded", RequestEncoder.EscapeAll, isRefused: false);
            yield return Path("everything encoded, in small letters", text => RequestEncoder.EscapeAll(text).ToLowerInvariant(), isRefused: false);
        }

        // What does not have to be encoded may be all the same, and clients differ in it.
        if (subject.Http.Path.Split('/').Any(s => s is not ['{', ..] && RequestEncoder.Escape(s) != s))
        {
            yield return Path("plain text of the path encoded", RequestEncoder.EscapeLittle, isRefused: false, RequestEncoder.Escape);
        }

        foreach (var member in subject.Path)
        {
            foreach (var (label, change) in ((string, Func<string, string>)[])[("encoded twice", t => RequestEncoder.Escape(RequestEncoder.EscapeAll(t))), ("with an encoded slash", t => RequestEncoder.Escape(t + "/x"))])
            {
                if (subject.Samples.First(member.Shape) is SpecValue.Text sample && !subject.Model.IsValid(member.Shape, SpecValue.Of(Uri.UnescapeDataString(change(sample.Value)))))
                {
                    yield return new($"{member.Name} {label}", (encoder, call) => WithPath(encoder, call, text => call.Request[member.Name] == SpecValue.Of(text) ? change(text) : RequestEncoder.EscapeLittle(text)), IsRefused: true);
                }
            }
        }
    }

    /// <summary>A literal that stands in the place of a name, in every spelling: clients encode some of it. The call has it.</summary>
    public static IEnumerable<RawEdit> Literals(string literal) =>
    [
        Path($"{literal} as it is", text => text == literal ? text : RequestEncoder.EscapeLittle(text), isRefused: false),
        Path($"{literal} encoded as clients do", RequestEncoder.Escape, isRefused: false),
        Path($"{literal} encoded", RequestEncoder.EscapeAll, isRefused: false),
    ];

    /// <summary>A name in the query that the operation does not have.</summary>
    public static IEnumerable<RawEdit> UnknownQuery() => [Target("a name that the operation does not have", target => Query(target, "noSuchName=1"), isRefused: false)];

    /// <summary>A member that stands in the query twice, first with another value.</summary>
    public static IEnumerable<RawEdit> RepeatedQuery(RawSubject subject, MemberInfo member) => subject.Another(member, SpecValue.Absent) is null
        ? []
        : [new($"{member.Name} twice", (encoder, call) =>
            {
                var request = encoder.Encode(call);
                var other = subject.Another(member, call.Request[member.Name]) ?? call.Request[member.Name];
                return request with { Target = Query(request.Target, $"{member.Name}={RequestEncoder.Escape(TemplateText.Plain(other))}") };
            }, IsRefused: false)];

    /// <summary>Texts in the query that are no value of a member.</summary>
    public static IEnumerable<RawEdit> WrongQuery(RawSubject subject, MemberInfo member) => subject.Model.Shape(member.Shape).Kind switch
    {
        ShapeKind.Boolean => [Wrong(member, "maybe")],
        ShapeKind.Integer or ShapeKind.Timestamp => [Wrong(member, "abc"), Wrong(member, "1.5"), Wrong(member, "9223372036854775808")],
        _ => [],
    };

    /// <summary>A slash at the end of the path.</summary>
    public static IEnumerable<RawEdit> TrailingSlash() => [Target("a slash at the end", target => target.Contains('?', StringComparison.Ordinal)
        ? target.Replace("?", "/?", StringComparison.Ordinal)
        : target + "/", isRefused: false)];

    /// <summary>Methods that nothing with such a path has.</summary>
    public static IEnumerable<RawEdit> WrongMethods(RawSubject subject) => Methods
        .Where(m => !subject.Model.Spec.Operations.Any(o => o.Http is { } http && http.Method == m && MayMatch(http.Path, subject.Http.Path)))
        .Take(MostMethods)
        .Select(m => new RawEdit(m, (encoder, call) => new(m, encoder.Path(call, RequestEncoder.EscapeLittle)), IsRefused: true));

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

    /// <summary>A target with something more in front of its query.</summary>
    private static string Query(string target, string more) => target.Contains('?', StringComparison.Ordinal)
        ? target.Replace("?", $"?{more}&", StringComparison.Ordinal)
        : $"{target}?{more}";

    private static bool MayMatch(string one, string other)
    {
        var (a, b) = (one.Split('/'), other.Split('/'));
        return a.Length == b.Length && a.Zip(b).All(s => s.First is ['{', ..] || s.Second is ['{', ..] || s.First == s.Second);
    }
}
