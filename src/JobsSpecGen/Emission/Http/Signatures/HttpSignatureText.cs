using JobsSpecGen.Emission.Http.Messages;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Http.Signatures;

/// <summary>The additions of signatures to the mapping of endpoints; empty if the spec has no signing name.</summary>
internal static class HttpSignatureText
{
    public static Code DocumentationOf(SpecModel spec) => spec.SigningName is null ? Code.Empty : Code.Of($"""
        /// <param name="signatures">
        /// The verifier of signatures. It runs first: <paramref name="authorize"/> then sees the signer as the user of the
        /// request. A request with a missing or invalid signature gets 403 or 400. Null accepts all requests, signed or not.
        /// </param>

        """);

    public static Code OptionalParameterOf(SpecModel spec) => spec.SigningName is null ? Code.Empty : Code.Of($",\n    {SigV4Code.Verifier(spec)}? signatures = null");

    /// <summary>The additional arguments of the method that maps one endpoint, and its additional parameters.</summary>
    public static Code ArgumentsOf(SpecModel spec) => spec.SigningName is null ? Code.Empty : Code.Of($", signatures, maxRequestBodySize");

    /// <inheritdoc cref="ArgumentsOf"/>
    public static Code ParametersOf(SpecModel spec) => spec.SigningName is null ? Code.Empty : Code.Of($", {SigV4Code.Verifier(spec)}? signatures, int maxRequestBodySize");

    /// <summary>Wraps a handler in the verification of signatures.</summary>
    public static void WriteWrapping(CodeWriter writer, SpecModel spec)
    {
        if (spec.SigningName is not null)
        {
            writer.Line($$"""
                if (signatures is not null)
                {
                    var verified = handle;
                    handle = context => Guard.VerifyAsync(signatures, maxRequestBodySize, context, verified);
                }

                """);
        }
    }

    public static void WriteCheck(CodeWriter writer, SpecModel spec)
    {
        if (spec.SigningName is null)
        {
            return;
        }

        writer.Line();
        writer.Line($$"""
            /// <summary>Continues only if the signature is valid.</summary>
            public static async {{HttpCode.Task}} VerifyAsync({{SigV4Code.Verifier(spec)}} signatures, int maxRequestBodySize, {{HttpCode.Context}} context, {{HttpCode.AspNet}}.Http.RequestDelegate handle)
            {
                if (await signatures.VerifyAsync(context, maxRequestBodySize).ConfigureAwait(false) is { } refusal)
                {
                    await Answers.RefuseAsync(context, refusal.Status, refusal.Type, Answers.Message(refusal.Message)).ConfigureAwait(false);
                    return;
                }

                await handle(context).ConfigureAwait(false);
            }
            """);
    }
}
