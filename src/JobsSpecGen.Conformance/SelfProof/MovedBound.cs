using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>A bound of a shape that is moved by one.</summary>
/// <param name="Shape">The shape.</param>
/// <param name="Detail">A description of the change.</param>
/// <param name="Allows">True if a value is within the moved bounds.</param>
internal sealed record MovedBound(string Shape, string Detail, Func<SpecValue, bool> Allows)
{
    /// <summary>Gets all moved bounds of a constraint.</summary>
    public static IEnumerable<MovedBound> Of(SuiteModel model, ClauseInfo clause)
    {
        var dot = clause.Id.LastIndexOf('.');
        if (!model.Spec.Shapes.TryGetValue(clause.Id[..dot], out var shape))
        {
            return [];
        }

        return clause.Id[(dot + 1)..] switch
        {
            "length" => Of(shape, shape.MinLength, shape.MaxLength, Length),
            "range" => Of(shape, shape.Minimum, shape.Maximum, value => value is SpecValue.Integer number ? number.Value : null),
            _ => [],
        };
    }

    private static IEnumerable<MovedBound> Of(ShapeInfo shape, long? minimum, long? maximum, Func<SpecValue, long?> measure)
    {
        MovedBound Bounds(long? low, long? high, string detail) =>
            new(shape.Name, detail, value => measure(value) is not { } size || ((low is null || size >= low) && (high is null || size <= high)));

        foreach (var by in (int[])[-1, 1])
        {
            if (minimum + by >= 0 || minimum < 0)
            {
                yield return Bounds(minimum + by, maximum, $"at least {minimum + by} instead of {minimum}");
            }

            if (maximum is not null)
            {
                yield return Bounds(minimum, maximum + by, $"at most {maximum + by} instead of {maximum}");
            }
        }
    }

    private static long? Length(SpecValue value) => value switch
    {
        SpecValue.Text text => text.Value.Length,
        SpecValue.Sequence list => list.Items.Count,
        SpecValue.Record map => map.Members.Count,
        _ => null,
    };
}
