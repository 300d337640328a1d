using System.Globalization;
using System.Text;
using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Transport.Codec;

namespace JobsSpecGen.Conformance.Techniques.Wire;

/// <summary>Edits of the request body that a typed client would not send.</summary>
internal static class BodyEdits
{
    private const string Unknown = "noSuchMember";
    private const int Oversize = 8 * 1024 * 1024;

    /// <summary>Bodies that are not a valid JSON object.</summary>
    public static IEnumerable<RawEdit> Malformed(RawSubject subject)
    {
        RawEdit Refused(string label, Func<WireRequest, byte[]> change) => Edit(label, request => RawBody.With(request, change(request)), isRefused: true);
        if (subject.Body.Count == 0)
        {
            yield break;
        }

        yield return Refused("not JSON", _ => "nonsense"u8.ToArray());
        yield return Refused("truncated", request => request.Body![..^1]);
        yield return Refused("trailing data", request => [.. request.Body!, (byte)'}']);
        yield return Refused("a trailing comma", request => [.. request.Body![..^1], .. ",}"u8]);
        yield return Refused("names in single quotes", _ => "{'a': 1}"u8.ToArray());
        yield return Refused("invalid UTF-8", request => RawBody.Prepend(request, Unknown, "\"?\"").Body!.Select(b => b == (byte)'?' ? (byte)0xFF : b).ToArray());
        yield return Refused("an array", _ => "[]"u8.ToArray());
        yield return Refused("a string", _ => "\"text\""u8.ToArray());
    }

    /// <summary>A member with values of a wrong JSON type.</summary>
    public static IEnumerable<RawEdit> WrongTypes(RawSubject subject, MemberInfo member)
    {
        var shape = subject.Model.Shape(member.Shape);
        foreach (var json in OtherThan(shape.Kind))
        {
            yield return Edit($"{member.Name} is {json}", request => RawBody.Replace(request, [member.Name], json), isRefused: true);
        }

        if (shape.Kind == ShapeKind.Map)
        {
            var json = OtherThan(subject.Model.Shape(shape.Element!).Kind)[0];
            yield return new($"a value of {member.Name} is {json}", (encoder, call) =>
                RawBody.Replace(encoder.Encode(call), [member.Name, ((SpecValue.Record)call.Request[member.Name]).Members.Keys.First()], json), IsRefused: true);
        }
    }

    /// <summary>Other JSON spellings of an integer, and numbers that are not 64-bit integers.</summary>
    public static IEnumerable<RawEdit> Numbers(RawSubject subject, MemberInfo member)
    {
        if (subject.Model.Shape(member.Shape).Kind is not (ShapeKind.Integer or ShapeKind.Timestamp))
        {
            yield break;
        }

        foreach (var suffix in (string[])[".0", "e0"])
        {
            yield return new($"{member.Name} with {suffix}", (encoder, call) => RawBody.Replace(encoder.Encode(call), [member.Name], call.Request[member.Name] + suffix), IsRefused: false);
        }

        // The integer part is the valid number, so that a server that truncates the fraction accepts the request.
        yield return new($"{member.Name} with .5", (encoder, call) => RawBody.Replace(encoder.Encode(call), [member.Name], call.Request[member.Name] + ".5"), IsRefused: true);
        foreach (var json in (string[])["9223372036854775808", "-9223372036854775809", "1e400"])
        {
            yield return Edit($"{member.Name} is {json}", request => RawBody.Replace(request, [member.Name], json), isRefused: true);
        }
    }

    /// <summary>A duplicate member whose first occurrence has another value.</summary>
    public static IEnumerable<RawEdit> Duplicates(RawSubject subject, MemberInfo member) => subject.Another(member, SpecValue.Absent) is null
        ? []
        : [new($"{member.Name} twice", (encoder, call) => RawBody.Prepend(encoder.Encode(call), member.Name, Encoding.UTF8.GetString(
            JsonText.Of(subject.Another(member, call.Request[member.Name]) ?? call.Request[member.Name]))), IsRefused: false)];

    /// <summary>A member that the shape of the request does not define.</summary>
    public static IEnumerable<RawEdit> UnknownMembers(RawSubject subject) => subject.Body.Count == 0
        ? []
        : [Edit("an unknown member", request => RawBody.Prepend(request, Unknown, "{\"a\":[1,null,\"x\"]}"), subject.Model.Spec.RefusesUnknownMembers)];

    /// <summary>The content types of the body.</summary>
    public static IEnumerable<RawEdit> ContentTypes(RawSubject subject) => subject.Body.Count == 0
        ? []
        :
        [
            Edit("no content type", request => request.WithHeader("Content-Type", null), isRefused: false),
            Edit("JSON with a charset", request => request.WithHeader("Content-Type", "application/json; charset=utf-8"), isRefused: false),
            Edit("plain text", request => request.WithHeader("Content-Type", "text/plain"), isRefused: true),
        ];

    /// <summary>A request without a body. Where no body member is required, the call has none.</summary>
    public static IEnumerable<RawEdit> Empty(RawSubject subject) => subject.Body.Count == 0
        ? []
        : [Edit("no body", request => request.WithHeader("Content-Type", null) with { Body = null }, subject.Body.Any(m => m.Required))];

    /// <summary>A body far above any reasonable limit.</summary>
    public static IEnumerable<RawEdit> TooLarge(RawSubject subject) => subject.Body.Count == 0
        ? []
        : [Edit(string.Create(CultureInfo.InvariantCulture, $"{Oversize / 1024 / 1024} MiB"), request => RawBody.Prepend(request, Unknown, $"\"{new string('a', Oversize)}\""), isRefused: true)];

    private static RawEdit Edit(string label, Func<WireRequest, WireRequest> change, bool isRefused) => new(label, (encoder, call) => change(encoder.Encode(call)), isRefused);

    /// <summary>JSON values of other types than the shape's. A number as a string is left out, because some clients write numbers as strings.</summary>
    private static string[] OtherThan(ShapeKind kind) => kind switch
    {
        ShapeKind.Text => ["1", "{}"],
        ShapeKind.Enumeration => ["1", "[]"],
        ShapeKind.Boolean => ["\"true\"", "{}"],
        ShapeKind.Integer or ShapeKind.Timestamp => ["true", "[]"],
        ShapeKind.List => ["{}", "\"text\""],
        _ => ["[]", "\"text\""],
    };
}
