using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Json;

/// <summary>Emits the exception for HTTP responses that are no error of the spec.</summary>
internal static class HttpExceptionText
{
    public static Identifier NameOf(SpecModel spec) => Identifier.Of(spec.Service + "HttpException");

    public static void Write(CodeWriter writer, SpecModel spec) => writer.Line($$"""
        /// <summary>An answer over HTTP that is none of the errors of {{DocText.Of(spec.Title)}}, or that cannot be read.</summary>
        public sealed class {{NameOf(spec)}} : {{Identifier.Of(spec.Service + "Exception")}}
        {
            /// <summary>Makes the error of an answer.</summary>
            /// <param name="httpStatus">The status of the answer.</param>
            /// <param name="errorType">The name that the answer gives to the error; null where it gives none.</param>
            /// <param name="body">The body of the answer.</param>
            /// <param name="message">What the answer says of the error; null where it says nothing.</param>
            /// <param name="innerException">Why the answer could not be read; null where it could.</param>
            public {{NameOf(spec)}}(int httpStatus, string? errorType, string body, string? message = null, global::System.Exception? innerException = null)
                : base($"The answer has the status {httpStatus}{(errorType is null ? "" : " and the error type " + errorType)}{(innerException is null ? "" : ", and cannot be read: " + innerException.Message)}{(message is null ? "" : ": " + message)}", innerException)
            {
                HttpStatus = httpStatus;
                ErrorType = errorType;
                Body = body;
            }

            /// <summary>The name that the answer gives to the error; where it gives none, the status.</summary>
            public override string Code => ErrorType ?? HttpStatus.ToString(global::System.Globalization.CultureInfo.InvariantCulture);

            /// <inheritdoc/>
            public override string WireName => Code;

            /// <inheritdoc/>
            public override int HttpStatus { get; init; }

            /// <summary>The name that the answer gives to the error, without namespace; null where it gives none.</summary>
            public string? ErrorType { get; }

            /// <summary>The body of the answer as text.</summary>
            public string Body { get; }
        }
        """);
}
