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
            /// <summary>Signs every request with AWS Signature Version 4. Safe for use by many threads.</summary>
            /// <remarks>
            /// <code>new HttpClient(new {{name}}(credentials, "us-east-1") { InnerHandler = new SocketsHttpHandler() })</code>
            /// Put it behind handlers that send requests again, so that each try is signed anew, and behind those that change requests.
            /// A redirection that the handlers below follow by themselves is not signed anew.
            /// </remarks>
            public sealed class {{name}} : {{HttpCode.Http}}.DelegatingHandler
            {
                private readonly {{source}} _credentials;
                private readonly string _region;
                private readonly global::System.TimeProvider _clock;

                /// <summary>Makes a handler that signs with one key.</summary>
                /// <param name="credentials">What to sign with.</param>
                /// <param name="region">The region that the service takes itself to be in, for instance <c>us-east-1</c>.</param>
                /// <param name="clock">Tells the time of requests; null for that of the machine.</param>
                public {{name}}({{SigV4Code.Credentials(spec)}} credentials, string region, global::System.TimeProvider? clock = null)
                    : this(_ => new(credentials), region, clock) => global::System.ArgumentNullException.ThrowIfNull(credentials);

                /// <summary>Makes a handler whose key may change.</summary>
                /// <param name="credentials">Gives what to sign with, for each request.</param>
                /// <param name="region">The region that the service takes itself to be in, for instance <c>us-east-1</c>.</param>
                /// <param name="clock">Tells the time of requests; null for that of the machine.</param>
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

                /// <summary>Is refused: it would go out unsigned.</summary>
                /// <exception cref="global::System.NotSupportedException">Always.</exception>
                protected override {{HttpCode.Http}}.HttpResponseMessage Send({{HttpCode.Http}}.HttpRequestMessage request, global::System.Threading.CancellationToken cancellationToken) =>
                    throw new global::System.NotSupportedException("Requests are signed asynchronously; use SendAsync.");
            }
            """);
        return writer.ToSourceText();
    }
}
