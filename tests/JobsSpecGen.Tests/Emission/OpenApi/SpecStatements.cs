using JobsSpecGen.Model;

namespace JobsSpecGen.Tests.Emission.OpenApi;

/// <summary>What a spec says that its OpenAPI document must say too: a line for every operation, member, constraint and error.</summary>
internal static class SpecStatements
{
    public static IEnumerable<string> Of(SpecModel spec)
    {
        yield return $"title {spec.Title}, version {spec.Revision}";
        var shapes = spec.Shapes.ToDictionary(shape => shape.Name);
        foreach (var operation in spec.Operations.Where(operation => operation.Http is not null && !operation.IsEnvironment))
        {
            var name = operation.Name;
            yield return $"{name}: {operation.Http!.Method} {operation.Http.Path}: {operation.Says}";
            yield return $"{name} answers {operation.Output}";
            foreach (var member in shapes[operation.Input].Members)
            {
                yield return $"{name} takes {member.Location.ToString().ToLowerInvariant()} {Member(member)}";
            }

            foreach (var error in spec.Errors.Where(error => error.RejectsInput || operation.Errors.Contains(error.Name)))
            {
                yield return $"{name} may answer {error.Status} {error.WireName}";
                yield return $"{name} may answer {error.Status} {error.Name} in the body";
            }
        }

        foreach (var shape in spec.Shapes.Where(shape => shape.Role != ShapeRole.Input))
        {
            yield return $"{shape.Name}: {Constraints(spec, shape)}";
            yield return $"{shape.Name} says {shape.Says}";
            foreach (var member in shape.Members)
            {
                yield return $"{shape.Name} has {Member(member)}";
            }
        }

        foreach (var error in spec.Errors)
        {
            yield return $"{error.Name}: object";
            yield return $"{error.Name} says {error.Says}";
            foreach (var member in error.Members)
            {
                // A message is always there; where the error has none of its own, that of every error.
                yield return $"{error.Name} has {Member(member with { Required = member.Required || member.Name == "message" })}";
            }
        }
    }

    private static string Member(Member member) => $"{member.Name} of {member.Shape}{(member.Required ? ", required" : "")}{(member.Default is LiteralValue.Boolean { Value: var value } ? $", {value} where absent" : "")}";

    private static string Constraints(SpecModel spec, Shape shape) => shape.Kind switch
    {
        ShapeKind.Text when shape.Base is { } name => $"string, {name} or {string.Join('|', shape.Also)}",
        ShapeKind.Text => $"string {(shape.MinLength + 1) / 2}..{shape.MaxLength} {(shape.Pattern is { } pattern ? $"^(?:{pattern.Text})$" : "")}",
        ShapeKind.Enumeration => $"string {string.Join('|', shape.Values.Select(value => value.WireName))}",
        ShapeKind.Boolean => "boolean",
        ShapeKind.Integer or ShapeKind.Timestamp => $"integer {shape.Minimum}..{shape.Maximum}",
        ShapeKind.List => $"array of {shape.Element}, {shape.MinLength}..{shape.MaxLength}",
        ShapeKind.Map => $"object of {shape.Key}: {shape.Element}, {shape.MinLength}..{shape.MaxLength}",
        _ => spec.RefusesUnknownMembers ? "object, closed" : "object",
    };
}
