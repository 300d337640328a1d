namespace JobsSpecGen.Conformance.Contract;

/// <summary>Finds the required members that are missing in a value.</summary>
internal static class RequiredMembers
{
    public static void FindMissing(SpecInfo spec, string shapeName, SpecValue value, string path, List<ConstraintViolation> missing)
    {
        var shape = spec.Shapes[shapeName];
        switch (value)
        {
            case SpecValue.Record record when shape.Kind == ShapeKind.Structure:
                foreach (var member in shape.Members)
                {
                    CheckMember(spec, member, record[member.Name], path.Length == 0 ? member.Name : $"{path}.{member.Name}", missing);
                }

                break;
            case SpecValue.Record map when shape.Kind == ShapeKind.Map:
                foreach (var (key, item) in map.Members)
                {
                    FindMissing(spec, shape.Element!, item, $"{path}['{key}']", missing);
                }

                break;
            case SpecValue.Sequence list when shape.Kind == ShapeKind.List:
                for (var i = 0; i < list.Items.Count; i++)
                {
                    FindMissing(spec, shape.Element!, list.Items[i], $"{path}[{i}]", missing);
                }

                break;
        }
    }

    private static void CheckMember(SpecInfo spec, MemberInfo member, SpecValue value, string path, List<ConstraintViolation> missing)
    {
        if (value.IsPresent)
        {
            FindMissing(spec, member.Shape, value, path, missing);
        }
        else if (member.Required)
        {
            missing.Add(new(member.RequiredClause ?? string.Empty, path, $"{path}: expected a value, found none"));
        }
    }
}
