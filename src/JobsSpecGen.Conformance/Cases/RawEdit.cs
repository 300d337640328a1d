using JobsSpecGen.Conformance.Transport.Codec;

namespace JobsSpecGen.Conformance.Cases;

/// <summary>A request that no typed client would send, made from a call.</summary>
/// <param name="Label">What is special about it, for the case's name.</param>
/// <param name="Make">Makes it from the call, which has the names of its own context.</param>
/// <param name="IsRefused">Whether it must be refused; else it must be taken for the call.</param>
internal sealed record RawEdit(string Label, Func<RequestEncoder, SpecCall, WireRequest> Make, bool IsRefused);
