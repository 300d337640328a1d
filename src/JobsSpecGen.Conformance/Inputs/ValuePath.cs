namespace JobsSpecGen.Conformance.Inputs;

/// <summary>The kind of a step of a <see cref="ValuePath"/>.</summary>
internal enum PathStepKind
{
    /// <summary>A member of a structure.</summary>
    Member,

    /// <summary>The first key of a map.</summary>
    Key,

    /// <summary>The value of the first key of a map.</summary>
    Value,

    /// <summary>The first element of a list.</summary>
    Element,
}

/// <summary>The path of a value in a request. The value can be read and replaced.</summary>
internal sealed record ValuePath(IReadOnlyList<(PathStepKind Kind, string Name)> Steps)
{
    public static ValuePath Of(string member) => new([(PathStepKind.Member, member)]);

    public ValuePath Then(PathStepKind kind, string name = "") => new([.. Steps, (kind, name)]);

    public SpecValue Get(SpecValue value) => Get(value, 0);

    public SpecValue.Record Set(SpecValue.Record request, SpecValue value) => (SpecValue.Record)Set(request, value, 0);

    /// <inheritdoc/>
    public override string ToString() => string.Concat(Steps.Select((s, i) => s.Kind switch
    {
        PathStepKind.Member => (i == 0 ? "" : ".") + s.Name,
        PathStepKind.Key => ".key",
        PathStepKind.Value => ".value",
        _ => "[0]",
    }));

    private SpecValue Get(SpecValue value, int step)
    {
        if (step == Steps.Count)
        {
            return value;
        }

        return (Steps[step].Kind, value) switch
        {
            (PathStepKind.Member, SpecValue.Record r) => Get(r[Steps[step].Name], step + 1),
            (PathStepKind.Key, SpecValue.Record { Members.Count: > 0 } r) => SpecValue.Of(r.Members.Keys.First()),
            (PathStepKind.Value, SpecValue.Record { Members.Count: > 0 } r) => Get(r.Members.Values.First(), step + 1),
            (PathStepKind.Element, SpecValue.Sequence { Items.Count: > 0 } l) => Get(l.Items[0], step + 1),
            _ => SpecValue.Absent,
        };
    }

    private SpecValue Set(SpecValue value, SpecValue replacement, int step)
    {
        if (step == Steps.Count)
        {
            return replacement;
        }

        return (Steps[step].Kind, value) switch
        {
            (PathStepKind.Member, SpecValue.Record r) => r.With(Steps[step].Name, Set(r[Steps[step].Name], replacement, step + 1)),
            (PathStepKind.Key, SpecValue.Record { Members.Count: > 0 } r) when replacement is SpecValue.Text key => Rekey(r, key.Value),
            (PathStepKind.Value, SpecValue.Record { Members.Count: > 0 } r) => r.With(r.Members.Keys.First(), Set(r.Members.Values.First(), replacement, step + 1)),
            (PathStepKind.Element, SpecValue.Sequence { Items.Count: > 0 } l) => new SpecValue.Sequence([Set(l.Items[0], replacement, step + 1), .. l.Items.Skip(1)]),
            _ => value,
        };
    }

    private static SpecValue.Record Rekey(SpecValue.Record map, string key)
    {
        var first = map.Members.First();
        return map.With(first.Key, SpecValue.Absent).With(key, first.Value);
    }
}

/// <summary>The replacement of one value of a request by a boundary value.</summary>
/// <param name="Path">The path of the value.</param>
/// <param name="Change">Creates the boundary value from the valid value, which may contain a fresh name.</param>
/// <param name="IsIdentity">Whether the value identifies a row or partition, so that the arranging calls must use the same value.</param>
internal sealed record BoundaryEdit(ValuePath Path, Func<SpecValue, SpecValue> Change, bool IsIdentity);
