using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Json;

/// <summary>Emits the exception for HTTP responses that are no error of the spec.</summary>
internal static class HttpExceptionText
{
    public static Identifier NameOf(SpecModel spec) => Identifier.Of(spec.Service + "HttpException");

    public static void Write(CodeWriter writer, SpecModel spec) => writer.Line($$"""
        /// <summary>An HTTP response that is not an error of {{DocText.Of(spec.Title)}}, or that cannot be read.</summary>
        public sealed class {{NameOf(spec)}} : {{Identifier.Of(spec.Service + "Exception")}}
        {
            /// <summary>Creates the exception for a response.</summary>
            /// <param name="httpStatus">The status code of the response.</param>
            /// <param name="errorType">The error name in the response; null if there is none.</param>
            /// <param name="body">The body of the response.</param>
            /// <param name="message">The error message in the response; null if there is none.</param>
            /// <param name="innerException">The reason why the response could not be read; null if it could.</param>
            public {{NameOf(spec)}}(int httpStatus, string? errorType, string body, string? message = null, global::System.Exception? innerException = null)
                : base($"The answer has the status {httpStatus}{(errorType is null ? "" : " and the error type " + errorType)}{(innerException is null ? "" : ", and cannot be read: " + innerException.Message)}{(message is null ? "" : ": " + message)}", innerException)
            {
                HttpStatus = httpStatus;
                ErrorType = errorType;
                Body = body;
            }

            /// <summary>The error name in the response, or else the status code.</summary>
            public override string Code => ErrorType ?? HttpStatus.ToString(global::System.Globalization.CultureInfo.InvariantCulture);

            /// <inheritdoc/>
            public override string WireName => Code;

            /// <inheritdoc/>
            public override int HttpStatus { get; init; }

            /// <summary>The error name in the response, without namespace; null if there is none.</summary>
            public string? ErrorType { get; }

            /// <summary>The body of the response as text.</summary>
            public string Body { get; }
        }
        """);
}
