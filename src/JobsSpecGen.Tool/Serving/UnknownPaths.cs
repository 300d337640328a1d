using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace JobsSpecGen.Tool.Serving;

/// <summary>Responds to requests that match no operation as AWS services do: with JSON and an error type, so that clients can parse it.</summary>
internal static class UnknownPaths
{
    public static void Answer(WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null } response)
            {
                await WriteAsync(response, response.StatusCode, context.Request.Method);
            }
        });
        app.UseRouting();
    }

    private static Task WriteAsync(HttpResponse response, int status, string method)
    {
        var (type, message) = status switch
        {
            StatusCodes.Status404NotFound => ("UnknownOperationException", "There is no operation at this path."),
            StatusCodes.Status405MethodNotAllowed => ("MethodNotAllowedException", $"No operation at this path takes {method}."),
            _ => ("UnknownOperationException", "There is no such operation."),
        };
        response.Headers["x-amzn-ErrorType"] = type;
        response.ContentType = "application/json";
        var body = Encoding.UTF8.GetBytes($$"""{"message":"{{JsonEncodedText.Encode(message)}}"}""");
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body).AsTask();
    }
}
