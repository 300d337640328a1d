using JobsSpecGen.Emission.Http.Messages;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Http.Signatures;

/// <summary>Emits the checks of a signature, in order: the cheap ones, then the lookup of the key, then the signature itself.</summary>
internal static class SigV4VerifyText
{
    public static void Write(CodeWriter writer, SpecModel spec)
    {
        WriteVerify(writer, spec);
        writer.Line();
        WriteChecks(writer, spec);
    }

    private static void WriteVerify(CodeWriter writer, SpecModel spec) => writer.Line($$"""
        /// <summary>Verifies a request. If the signature is valid, the user is set, and the body can be read from its start.</summary>
        /// <param name="context">The request.</param>
        /// <param name="maxRequestBodySize">The maximum size of the body in bytes.</param>
        /// <returns>The reason for the rejection; null if the signature is valid.</returns>
        public async global::System.Threading.Tasks.ValueTask<{{SigV4Code.Refusal(spec)}}?> VerifyAsync({{HttpCode.Context}} context, int maxRequestBodySize = {{SigV4Code.Server(spec)}}.DefaultMaxRequestBodySize)
        {
            global::System.ArgumentNullException.ThrowIfNull(context);
            var request = context.Request;
            if (request.Headers.Authorization.Count == 0)
            {
                return new(403, "MissingAuthenticationTokenException", "The request is not signed: it has no header Authorization.");
            }

            if (Signed.Of(request.Headers.Authorization) is not { } signed)
            {
                return Incomplete("The header Authorization must be: {{SigV4Code.Algorithm}} Credential=<access key id>/<date>/<region>/<service>/aws4_request, SignedHeaders=<names>, Signature=<64 hexadecimal digits>.");
            }

            if (CheckHeaders(request, signed) is { } wrongHeaders)
            {
                return wrongHeaders;
            }

            var time = request.Headers["x-amz-date"].ToString();
            if (CheckTime(time) is { } wrongTime)
            {
                return wrongTime;
            }

            if (signed.Scope.Split('/') is not [var day, var region, var service, "aws4_request"] || day != time[..8] || region != _region || !_services.Contains(service))
            {
                return Invalid("The request must be signed for " + time[..8] + "/" + _region + "/" + {{SigV4Code.Signer(spec)}}.SigningName + "/aws4_request: the day of X-Amz-Date, the region and the service.");
            }

            var credentials = await _credentials(signed.AccessKeyId, context.RequestAborted).ConfigureAwait(false);
            if (credentials is null || (credentials.SessionToken is { } token && !AreEqual(token, request.Headers["x-amz-security-token"].ToString())))
            {
                return new(403, "UnrecognizedClientException", "The access key id or the session token is not valid.");
            }

            if (await BodyAsync(context, maxRequestBodySize).ConfigureAwait(false) is not { } body)
            {
                return new(413, "RequestEntityTooLargeException", $"The body of the request has more than {maxRequestBodySize} bytes.");
            }

            if (!AreEqual(signed.Signature, {{SigV4Code.Signer(spec)}}.Signature(request.Method, TargetOf(context), HeadersOf(request, signed), body, credentials.SecretAccessKey, time, _region, service)))
            {
                return Invalid("The signature is not that of this request. Check the secret access key, and that nothing changes the request on its way.");
            }

            request.Body = new global::System.IO.MemoryStream(body, writable: false);
            context.User = new(new global::System.Security.Claims.ClaimsIdentity(
                [new(global::System.Security.Claims.ClaimTypes.Name, signed.AccessKeyId)], Algorithm));
            return null;
        }
        """);

    private static void WriteChecks(CodeWriter writer, SpecModel spec) => writer.Line($$"""
        private static {{SigV4Code.Refusal(spec)}}? CheckHeaders({{HttpCode.AspNet}}.Http.HttpRequest request, Signed signed)
        {
            foreach (var name in signed.Headers)
            {
                if (request.Headers[name].Count == 0)
                {
                    return Invalid("The request lacks a header that is signed.");
                }
            }

            foreach (var name in new[] { "host", "x-amz-date" })
            {
                if (global::System.Array.IndexOf(signed.Headers, name) < 0)
                {
                    return Incomplete($"The header {name} must be there, and signed.");
                }
            }

            foreach (var name in s_memberHeaders)
            {
                if (request.Headers[name].Count > 0 && global::System.Array.IndexOf(signed.Headers, name) < 0)
                {
                    return Incomplete($"The header {name} must be signed where it is there.");
                }
            }

            return null;
        }

        private {{SigV4Code.Refusal(spec)}}? CheckTime(string text)
        {
            if (!global::System.DateTimeOffset.TryParseExact(
                text,
                "yyyyMMdd'T'HHmmss'Z'",
                global::System.Globalization.CultureInfo.InvariantCulture,
                global::System.Globalization.DateTimeStyles.AssumeUniversal,
                out var time))
            {
                return Incomplete("The header X-Amz-Date must be a time such as 20150830T123600Z.");
            }

            var late = _clock.GetUtcNow() - time;
            return late > Tolerance ? Invalid($"Signature expired: {text} is more than {Tolerance.TotalMinutes} minutes before the time of the server.")
                : late < -Tolerance ? Invalid($"Signature not yet current: {text} is more than {Tolerance.TotalMinutes} minutes after the time of the server.")
                : null;
        }

        private static {{SigV4Code.Refusal(spec)}} Incomplete(string message) => new(400, "IncompleteSignatureException", message);

        private static {{SigV4Code.Refusal(spec)}} Invalid(string message) => new(403, "InvalidSignatureException", message);
        """);
}
