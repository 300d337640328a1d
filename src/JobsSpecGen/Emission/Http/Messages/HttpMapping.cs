using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Emission.Json;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Http.Messages;

/// <summary>The HTTP mapping of an operation: the members in the path, the query, the headers and the body.</summary>
internal sealed record HttpMapping(OperationModel Operation, HttpBinding Http, Shape Input, bool HasBody)
{
    /// <summary>The operations with an HTTP binding, without environment actions.</summary>
    public static IEnumerable<HttpMapping> Of(SpecModel spec, ShapeTypes types) => Of(spec, types, isEnvironment: false);

    /// <summary>The environment actions with an HTTP binding.</summary>
    public static IEnumerable<HttpMapping> OfEnvironment(SpecModel spec, ShapeTypes types) => Of(spec, types, isEnvironment: true);

    /// <summary>The segments of the path.</summary>
    public IEnumerable<HttpSegment> Segments => Http.Path.Split('/').Skip(1).Select(segment =>
        segment[0] == '{' ? PlaceholderSegment(segment.Substring(1, segment.Length - 2)) : new HttpSegment(segment, IsPlaceholder: false, null));

    public IEnumerable<Member> In(MemberLocation location) => Input.Members.Where(member => member.Location == location);

    /// <summary>The members outside the body, in the order of the input.</summary>
    public IEnumerable<Member> OutsideBody => Input.Members.Where(member => member.Location != MemberLocation.Body);

    /// <summary>The member that names the partition.</summary>
    public Member Partition => MemberNamed(Operation.PartitionMember);

    private static IEnumerable<HttpMapping> Of(SpecModel spec, ShapeTypes types, bool isEnvironment) =>
        from operation in spec.Operations
        where operation.IsEnvironment == isEnvironment && operation.Http is not null
        let input = types[operation.Input]
        select new HttpMapping(operation, operation.Http!, input, JsonBody.Of(spec, input) is not null);

    private HttpSegment PlaceholderSegment(string name) => new(name, IsPlaceholder: true, Input.Members.FirstOrDefault(member => member.Name == name));

    private Member MemberNamed(string name) => Input.Members.First(member => member.Name == name);
}

/// <summary>A segment of a path.</summary>
/// <param name="Text">The text, or the name of the placeholder.</param>
/// <param name="IsPlaceholder">Whether the segment is a placeholder.</param>
/// <param name="Member">The member of the placeholder; null for a given name.</param>
internal sealed record HttpSegment(string Text, bool IsPlaceholder, Member? Member);
