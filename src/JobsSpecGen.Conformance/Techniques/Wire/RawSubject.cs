using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Transport.Codec;

namespace JobsSpecGen.Conformance.Techniques.Wire;

/// <summary>The operation whose requests are edited.</summary>
/// <param name="Model">The model of the suite.</param>
/// <param name="Encoder">Knows where a request carries each member.</param>
/// <param name="Samples">Valid sample values of the shapes.</param>
/// <param name="Operation">The operation, which has an HTTP binding.</param>
internal sealed record RawSubject(SuiteModel Model, RequestEncoder Encoder, Samples Samples, OperationInfo Operation)
{
    public HttpInfo Http => Operation.Http!;

    public IReadOnlyList<MemberInfo> Body { get; } = Encoder.BodyMembers(Operation);

    public IEnumerable<MemberInfo> Query => Model.Input(Operation).Members.Where(m => Http.QueryMembers.Contains(m.Name));

    public IEnumerable<MemberInfo> Path => Model.Input(Operation).Members.Where(m => Http.Path.Contains("{" + m.Name + "}", StringComparison.Ordinal));

    /// <summary>A valid value of a member other than the given one; null where there is none.</summary>
    public SpecValue? Another(MemberInfo member, SpecValue value) => Samples.Of(member.Shape).FirstOrDefault(v => !v.Equals(value));
}
