using JobsSpecGen.Conformance.Transport.Codec;

namespace JobsSpecGen.Conformance.Cases;

/// <summary>Builds a raw HTTP request, which a typed client would not send, from a call.</summary>
/// <param name="Label">Describes the edit in the name of the test case.</param>
/// <param name="Make">Builds the request from the call. The call already has the names of its test context.</param>
/// <param name="IsRefused">Whether the server must refuse the request. If not, it must treat the request as the unedited call.</param>
internal sealed record RawEdit(string Label, Func<RequestEncoder, SpecCall, WireRequest> Make, bool IsRefused);
