namespace JobsSpecGen.Conformance.Comparison;

/// <summary>Determines the scope in which a server-chosen number is distinct.</summary>
internal static class ServerChosenScopes
{
    /// <summary>The scoping member is a sibling of the number. If the response does not contain it, the member of the request is used.</summary>
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
