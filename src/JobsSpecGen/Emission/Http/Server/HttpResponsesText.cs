using JobsSpecGen.Emission.Http.Messages;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Http.Server;

/// <summary>Emits how the server writes responses.</summary>
internal static class HttpResponsesText
{
    public static void Write(CodeWriter writer, ShapeTypes types, SpecModel spec) => writer.Line($$"""
        /// <summary>The writing of responses.</summary>
        private static class Answers
        {
            public static async {{HttpCode.Task}} WriteAsync({{HttpCode.Context}} context, int status, byte[] json)
            {
                context.Response.StatusCode = status;
                context.Response.ContentType = "application/json";
                context.Response.ContentLength = json.Length;
                await context.Response.Body.WriteAsync(json, context.RequestAborted).ConfigureAwait(false);
            }

            /// <summary>Responds with an error. If a response has already started, the connection is aborted, because the error can be signalled in no other way.</summary>
            public static {{HttpCode.Task}} RefuseAsync({{HttpCode.Context}} context, int status, string type, byte[] json)
            {
                if (context.Response.HasStarted)
                {
                    context.Abort();
                    return {{HttpCode.Task}}.CompletedTask;
                }

                context.Response.Headers["x-amzn-ErrorType"] = type;
                return WriteAsync(context, status, json);
            }

            /// <summary>The body of an error that the spec does not define.</summary>
            public static byte[] Message(string message) =>
                global::System.Text.Encoding.UTF8.GetBytes("{\"message\":\"" + global::System.Text.Json.JsonEncodedText.Encode(message) + "\"}");

            /// <summary>The type of an error that the spec does not define.</summary>
            public static string TypeOf(int status) => status switch
            {
                403 => "ForbiddenException",
                408 => "RequestTimeoutException",
                413 => "RequestEntityTooLargeException",
                415 => "UnsupportedMediaTypeException",
                501 => "NotImplementedException",
                _ => {{CSharpLiteral.Of(HttpCode.Refusal(spec).WireName)}},
            };
        }
        """);
}
