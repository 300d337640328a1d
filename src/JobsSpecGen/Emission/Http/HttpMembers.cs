using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Emission.Json;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Http;

/// <summary>How a request of an operation travels: what in the path, the query, the headers and the body.</summary>
internal sealed record HttpMembers(OperationModel Operation, HttpBinding Http, Shape Input, bool HasBody)
{
    /// <summary>The operations that can be called over HTTP: all but the environment's.</summary>
    public static IEnumerable<HttpMembers> Of(SpecModel spec, ShapeTypes types) =>
        from operation in spec.Operations
        where !operation.IsEnvironment && operation.Http is not null
        let input = types[operation.Input]
        select new HttpMembers(operation, operation.Http!, input, JsonBody.Of(spec, input) is not null);

    /// <summary>The segments of the path, each plain text or the member that takes its place.</summary>
    public IEnumerable<(string Text, Member? Member)> Segments =>
        Http.Path.Split('/').Skip(1).Select(segment => (segment, segment.StartsWith("{", System.StringComparison.Ordinal) ? MemberNamed(segment.Substring(1, segment.Length - 2)) : null));

    public IEnumerable<Member> In(MemberLocation location) => Input.Members.Where(member => member.Location == location);

    /// <summary>The members outside of the body, in the order of the input.</summary>
    public IEnumerable<Member> OutsideBody => Input.Members.Where(member => member.Location != MemberLocation.Body);

    /// <summary>The member that names the partition.</summary>
    public Member Partition => MemberNamed(Operation.PartitionMember);

    private Member MemberNamed(string name) => Input.Members.First(member => member.Name == name);
}
