using System.Linq;
using JobsSpecGen.Emission.Http.Messages;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Http.Signatures;

/// <summary>The names of the types for signing and verifying.</summary>
internal static class SigV4Code
{
    public static Code Signer(SpecModel spec) => Named(spec, "SigV4");

    public static Code Credentials(SpecModel spec) => Named(spec, "SigV4Credentials");

    public static Code Handler(SpecModel spec) => Named(spec, "SigV4Handler");

    public static Code Verifier(SpecModel spec) => Named(spec, "SigV4Verifier");

    public static Code Refusal(SpecModel spec) => Named(spec, "SigV4Refusal");

    public static Code Server(SpecModel spec) => Named(spec, "HttpServer");

    public static Code Algorithm { get; } = Code.Of($"AWS4-HMAC-SHA256");

    /// <summary>The type of a canonical header.</summary>
    public static Code Headers { get; } = Code.Of($"global::System.Collections.Generic.KeyValuePair<string, string>");

    /// <summary>The headers that carry members of requests, in lower case. They are signed, so that their values cannot change in transit.</summary>
    public static Code MemberHeaders(SpecModel spec, ShapeTypes types)
    {
        var names = HttpMapping.Of(spec, types)
            .SelectMany(operation => operation.In(MemberLocation.Header))
            .Select(member => member.Name.ToLowerInvariant())
            .Distinct()
            .OrderBy(name => name, System.StringComparer.Ordinal);
        return Code.Join(", ", names.Select(name => (Code)CSharpLiteral.Of(name)));
    }

    private static Code Named(SpecModel spec, string suffix) => Code.Of($"global::{Namespace.Of(spec.Namespace)}.{Identifier.Of(spec.Service + suffix)}");
}
