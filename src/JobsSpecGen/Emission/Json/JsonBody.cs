using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Json;

/// <summary>The members of a request that travel in the body, and those that travel in its path, query and headers.</summary>
internal sealed record JsonBody(OperationModel Operation, IReadOnlyList<Member> Inside, IReadOnlyList<Member> Outside)
{
    /// <summary>The body of an operation's input; null for other shapes, and if nothing travels in a body.</summary>
    public static JsonBody? Of(SpecModel spec, Shape shape) =>
        spec.Operations.FirstOrDefault(operation => (!operation.IsEnvironment || operation.Http is not null) && operation.Input == shape.Name) is { } operation ? Of(operation, shape) : null;

    private static JsonBody? Of(OperationModel operation, Shape input)
    {
        var inside = input.Members.Where(member => member.Location == MemberLocation.Body).ToList();
        return inside.Count == 0 ? null : new JsonBody(operation, inside, input.Members.Except(inside).ToList());
    }
}
