using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Http.Messages;

/// <summary>The names of types that the emitted HTTP code often uses.</summary>
internal static class HttpCode
{
    public static Code Http { get; } = Code.Of($"global::System.Net.Http");

    public static Code AspNet { get; } = Code.Of($"global::Microsoft.AspNetCore");

    public static Code Context { get; } = Code.Of($"global::Microsoft.AspNetCore.Http.HttpContext");

    public static Code Task { get; } = Code.Of($"global::System.Threading.Tasks.Task");

    public static Code BadRequest { get; } = Code.Of($"global::Microsoft.AspNetCore.Http.BadHttpRequestException");

    /// <summary>The type of the authorization callback of a host.</summary>
    public static Code Authorize { get; } = Code.Of($"global::System.Func<{Context}, string, global::System.Threading.Tasks.ValueTask<bool>>");

    /// <summary>The type of a constraint violation.</summary>
    public static Code Violation(ShapeTypes types) => Code.Of($"global::{types.Namespace}.ConstraintViolation");

    /// <summary>The error for requests that violate constraints.</summary>
    public static ErrorModel Refusal(SpecModel spec) => System.Linq.Enumerable.First(spec.Errors, error => error.RejectsInput);

    public static Code RefusalType(SpecModel spec, ShapeTypes types) => Code.Of($"global::{types.Namespace}.{Identifier.Of(Refusal(spec).Name)}");
}
