using JobsSpecGen.Emission.Http.Messages;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Http.Signatures;

/// <summary>Emits the message handler that signs the requests of an <c>HttpClient</c>.</summary>
internal static class SigV4HandlerEmitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var writer = CodeWriter.ForFile(Namespace.Of(spec.Namespace));
        var name = Identifier.Of(spec.Service + "SigV4Handler");
        var source = Code.Of($"global::System.Func<global::System.Threading.CancellationToken, global::System.Threading.Tasks.ValueTask<{SigV4Code.Credentials(spec)}>>");
        writer.Line($$"""
            /// <summary>Signs every request with AWS Signature Version 4. Thread-safe.</summary>
            /// <remarks>
            /// <code>new HttpClient(new {{name}}(credentials, "us-east-1") { InnerHandler = new SocketsHttpHandler() })</code>
            /// Place it after handlers that retry, so that each attempt is signed, and after handlers that change requests.
            /// A redirect that an inner handler follows is not signed again.
            /// </remarks>
            public sealed class {{name}} : {{HttpCode.Http}}.DelegatingHandler
            {
                private readonly {{source}} _credentials;
                private readonly string _region;
                private readonly global::System.TimeProvider _clock;

                /// <summary>Creates a handler that signs with one key.</summary>
                /// <param name="credentials">The credentials.</param>
                /// <param name="region">The region of the service, for instance <c>us-east-1</c>.</param>
                /// <param name="clock">The clock; null for the system clock.</param>
                public {{name}}({{SigV4Code.Credentials(spec)}} credentials, string region, global::System.TimeProvider? clock = null)
                    : this(_ => new(credentials), region, clock) => global::System.ArgumentNullException.ThrowIfNull(credentials);

                /// <summary>Creates a handler whose key can change.</summary>
                /// <param name="credentials">Returns the credentials for each request.</param>
                /// <param name="region">The region of the service, for instance <c>us-east-1</c>.</param>
                /// <param name="clock">The clock; null for the system clock.</param>
                public {{name}}({{source}} credentials, string region, global::System.TimeProvider? clock = null)
                {
                    global::System.ArgumentNullException.ThrowIfNull(credentials);
                    global::System.ArgumentException.ThrowIfNullOrEmpty(region);
                    _credentials = credentials;
                    _region = region;
                    _clock = clock ?? global::System.TimeProvider.System;
                }

                /// <inheritdoc/>
                protected override async global::System.Threading.Tasks.Task<{{HttpCode.Http}}.HttpResponseMessage> SendAsync({{HttpCode.Http}}.HttpRequestMessage request, global::System.Threading.CancellationToken cancellationToken)
                {
                    var credentials = await _credentials(cancellationToken).ConfigureAwait(false);
                    await {{SigV4Code.Signer(spec)}}.SignAsync(request, credentials, _region, _clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
                    return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
                }

                /// <summary>Not supported: the request would be sent unsigned.</summary>
                /// <exception cref="global::System.NotSupportedException">Always.</exception>
                protected override {{HttpCode.Http}}.HttpResponseMessage Send({{HttpCode.Http}}.HttpRequestMessage request, global::System.Threading.CancellationToken cancellationToken) =>
                    throw new global::System.NotSupportedException("Requests are signed asynchronously; use SendAsync.");
            }
            """);
        return writer.ToSourceText();
    }
}
