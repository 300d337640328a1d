namespace JobsSpecGen.Conformance.Comparison;

/// <summary>Finds within what a number that the backend picks is distinct.</summary>
internal static class ServerChosenScopes
{
    /// <summary>The sibling may stand beside the number, or, where the answer leaves it out, in the request.</summary>
    public static ServerChosenScope Of(SpecValue partition, ShapeInfo shape, SpecValue.Record? parent, SpecCall call)
    {
        var within = shape.Within is null ? SpecValue.Absent : parent?[shape.Within] ?? SpecValue.Absent;
        if (shape.Within is not null && !within.IsPresent)
        {
            within = call.Request[shape.Within];
        }

        return new(partition, shape.Name, within);
    }
}
