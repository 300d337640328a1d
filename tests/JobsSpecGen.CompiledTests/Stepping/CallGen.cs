using CsCheck;
using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.Stepping;

/// <summary>Calls of a service made from its spec: few identities, so that calls meet, and now and then a value out of bounds.</summary>
internal sealed class CallGen(SpecInfo spec)
{
    private const int Identities = 3;

    /// <summary>A call, and by how many milliseconds the clock moves before it: often not at all.</summary>
    public Gen<(SpecCall Call, int Milliseconds)> Timed => Gen.Select(Call, Gen.Frequency((3, Gen.Const(0)), (5, Gen.Int[1, 3000])));

    private Gen<SpecCall> Call => Gen.OneOf([.. spec.Operations.Select(o => Request(o).Select(r => new SpecCall(o.Name, r)))]);

    private Gen<SpecValue.Record> Request(OperationInfo operation) =>
        spec.Shapes[operation.Input].Members.Aggregate(
            Gen.Const(new SpecValue.Record([])),
            (request, member) => request.Select(Member(member), (r, value) => r.With(member.Name, value)));

    private Gen<SpecValue> Member(MemberInfo member)
    {
        var shape = spec.Shapes[member.Shape];
        var values = Valid(shape).ToArray();
        var valid = shape.Fresh ? Gen.Frequency((3, values[0]), (1, values[1])) : Gen.OneOf(values);
        var bad = Invalid(shape).ToArray() is { Length: > 0 } invalid ? Gen.OneOf(invalid) : valid;

        // A record in C# cannot lack a required number, truth value or enumeration.
        var canLack = !member.Required || shape.Kind == ShapeKind.Text;
        var lacking = !canLack ? 0 : member.Required ? 1 : 20;
        return Gen.Frequency((member.Required ? 120 : 20, valid), (1, bad), (lacking, Gen.Const(SpecValue.Absent)));
    }

    /// <summary>Every valid value that is of use, the first of them the simplest.</summary>
    public IEnumerable<SpecValue> Valid(ShapeInfo shape) => shape.Kind switch
    {
        ShapeKind.Text when shape.Base is { } based => Valid(spec.Shapes[based]).Concat(shape.Also.Select(SpecValue.Of)),
        ShapeKind.Text when shape.Fresh => Texts(shape).Take(2),
        ShapeKind.Text => Texts(shape).Take(Identities),
        ShapeKind.Enumeration => shape.Values.Select(SpecValue.Of),
        ShapeKind.Boolean => [SpecValue.Of(true), SpecValue.Of(false)],
        ShapeKind.List => Enumerable.Range(shape.MinLength ?? 0, 2).Select(n => new SpecValue.Sequence([.. Valid(spec.Shapes[shape.Element!]).Take(n)])),
        ShapeKind.Map => [.. shape.Examples, .. shape.MinLength is null or 0 ? new[] { new SpecValue.Record([]) } : []],
        _ => [.. new[] { shape.Minimum, shape.Maximum }.OfType<long>().Concat([1L, 2L, 3L])
            .Where(n => n >= (shape.Minimum ?? n) && n <= (shape.Maximum ?? n)).Distinct().Select(n => SpecValue.Of(n))],
    };

    private IEnumerable<SpecValue> Invalid(ShapeInfo shape) => shape.Kind switch
    {
        ShapeKind.Text => ((string[])[.. shape.MaxLength is { } max and < 100_000 ? [new string('x', max + 1)] : Array.Empty<string>(), "", "\u0001", "not valid\n"])
            .Where(t => !IsValid(shape, t)).Select(SpecValue.Of),
        ShapeKind.Enumeration => [SpecValue.Of("NO_SUCH_VALUE")],
        ShapeKind.Integer => [.. shape.Minimum is { } least ? [SpecValue.Of(least - 1)] : Array.Empty<SpecValue>(), .. shape.Maximum is { } most ? [SpecValue.Of(most + 1)] : Array.Empty<SpecValue>()],
        ShapeKind.List => [new SpecValue.Sequence([.. Enumerable.Repeat(SpecValue.Of(""), (shape.MaxLength ?? 0) + 1)])],
        ShapeKind.Map => [new SpecValue.Record([new("not valid", SpecValue.Of("x")), new("", SpecValue.Of("\u0001"))])],
        _ => [],
    };

    private bool IsValid(ShapeInfo shape, string text) =>
        shape.MaxLength is { } max && text.Length > max ? false
        : shape.MinLength is { } min && text.Length < min ? false
        : shape.Pattern is { } pattern ? System.Text.RegularExpressions.Regex.IsMatch(text, $@"\A(?:{pattern})\z")
        : shape.Base is null || shape.Also.Contains(text) || IsValid(spec.Shapes[shape.Base], text);

    private static IEnumerable<SpecValue> Texts(ShapeInfo shape) =>
        shape.Examples.Concat(shape.Examples.OfType<SpecValue.Text>().Select(e => SpecValue.Of(e.Value + "-3")));
}
