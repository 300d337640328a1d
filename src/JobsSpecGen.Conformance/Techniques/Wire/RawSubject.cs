using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Transport.Codec;

namespace JobsSpecGen.Conformance.Techniques.Wire;

/// <summary>An operation on whose calls something is tried.</summary>
/// <param name="Model">The suite.</param>
/// <param name="Encoder">Tells which members travel where.</param>
/// <param name="Samples">Valid values.</param>
/// <param name="Operation">The operation, which the spec binds to HTTP.</param>
internal sealed record RawSubject(SuiteModel Model, RequestEncoder Encoder, Samples Samples, OperationInfo Operation)
{
    public HttpInfo Http => Operation.Http!;

    public IReadOnlyList<MemberInfo> Body { get; } = Encoder.BodyMembers(Operation);

    public IEnumerable<MemberInfo> Query => Model.Input(Operation).Members.Where(m => Http.QueryMembers.Contains(m.Name));

    public IEnumerable<MemberInfo> Path => Model.Input(Operation).Members.Where(m => Http.Path.Contains("{" + m.Name + "}", StringComparison.Ordinal));

    /// <summary>A valid value of a member that is not the one given; null: there is none.</summary>
    public SpecValue? Another(MemberInfo member, SpecValue value) => Samples.Of(member.Shape).FirstOrDefault(v => !v.Equals(value));
}
