using JobsSpecGen.Emission.Http.Messages;
using JobsSpecGen.Emission.Http.Signatures;
using JobsSpecGen.Emission.Json;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Http.Server;

/// <summary>Emits the wrapper of all endpoints: authorization, and the handling of exceptions.</summary>
internal static class HttpGuardText
{
    public static void Write(CodeWriter writer, ShapeTypes types, SpecModel spec)
    {
        writer.Line($"/// <summary>The wrapper of every endpoint.</summary>");
        writer.Open($"private static class Guard");
        WriteHandle(writer, types, spec);
        writer.Line();
        WriteParts(writer, spec);
        HttpSignatureText.WriteCheck(writer, spec);
        writer.Close();
    }

    private static void WriteHandle(CodeWriter writer, ShapeTypes types, SpecModel spec) => writer.Line($$"""
        /// <summary>Converts exceptions to error responses. An unexpected exception is logged, and its details are not sent.</summary>
        public static async {{HttpCode.Task}} HandleAsync({{HttpCode.Context}} context, {{HttpCode.AspNet}}.Http.RequestDelegate handle)
        {
            try
            {
                await handle(context).ConfigureAwait(false);
            }
            catch (global::System.OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
                // The client has disconnected; no response is possible.
            }
            catch (global::{{types.Namespace}}.{{Identifier.Of(spec.Service + "Exception")}} e) when (e.HttpStatus is >= 400 and <= 599)
            {
                await Answers.RefuseAsync(context, e.HttpStatus, e.WireName, global::{{types.Namespace}}.{{JsonCode.ClassOf(spec)}}.SerializeErrorToUtf8Bytes(e)).ConfigureAwait(false);
            }
            catch ({{HttpCode.BadRequest}} e)
            {
                await Answers.RefuseAsync(context, e.StatusCode, Answers.TypeOf(e.StatusCode), Answers.Message(e.Message)).ConfigureAwait(false);
            }
            catch (global::System.Exception e)
            {
                Log(context, e);
                await Answers.RefuseAsync(context, 500, "InternalFailure", Answers.Message("The service failed.")).ConfigureAwait(false);
            }
        }
        """);

    private static void WriteParts(CodeWriter writer, SpecModel spec) => writer.Line($$"""
        public static async {{HttpCode.Task}} AuthorizeAsync({{HttpCode.Authorize}}? authorize, {{HttpCode.Context}} context, string? name)
        {
            if (authorize is not null && !await authorize(context, name ?? "").ConfigureAwait(false))
            {
                throw new {{HttpCode.BadRequest}}("The caller may not do this.", 403);
            }
        }

        private static void Log({{HttpCode.Context}} context, global::System.Exception exception)
        {
            var loggers = global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetService<global::Microsoft.Extensions.Logging.ILoggerFactory>(context.RequestServices);
            if (loggers?.CreateLogger({{CSharpLiteral.Of(spec.Namespace + "." + spec.Service + "HttpServer")}}) is { } logger)
            {
                global::Microsoft.Extensions.Logging.LoggerExtensions.LogError(logger, exception, "A request failed.");
            }
        }
        """);
}
