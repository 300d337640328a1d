using System.Text.Json;
using JobsSpecGen.Conformance.Transport.Codec;

namespace JobsSpecGen.Conformance.Transport.Arranging;

/// <summary>Does actions by the calls that the spec binds them to.</summary>
internal sealed class ControlPlane(SpecInfo spec, RequestEncoder encoder, Func<WireRequest, CancellationToken, Task<WireExchange>> send) : IHttpEnvironment
{
    public async ValueTask<CallOutcome> ActAsync(SpecCall call, CancellationToken cancellationToken)
    {
        var request = encoder.Encode(call);
        var exchange = await send(request, cancellationToken).ConfigureAwait(false);
        return ActionAnswer.Of(spec, call, exchange, $"{request.Method} {request.Target}");
    }

    public ValueTask DisposeAsync() => default;
}

/// <summary>What the answer to an action means.</summary>
internal static class ActionAnswer
{
    /// <summary>
    /// Only an error that the action has is its refusal. Whatever else is refused, the backend has no such control plane, or another
    /// one: that says nothing about the service under test.
    /// </summary>
    /// <exception cref="NotSupportedException">The action cannot be done this way.</exception>
    public static CallOutcome Of(SpecInfo spec, SpecCall call, WireExchange exchange, string what)
    {
        var answer = exchange.Response!;
        if (answer.Status is >= 200 and <= 299)
        {
            return new CallOutcome.Answered(SpecValue.Absent) { Exchange = exchange };
        }

        var name = ErrorName.Of(answer, Body(answer));
        var operation = spec.Operations.First(o => o.Name == call.Operation);
        if (name.Wire is not null && name.Meant(spec, operation, answer.Status).FirstOrDefault(e => operation.Errors.Contains(e.Code)) is { } error)
        {
            return new CallOutcome.Refused(error.Code, answer.Status, "", new([])) { Exchange = exchange };
        }

        return answer.Status >= 500 && answer.Status != 501
            ? new CallOutcome.Broken(new HttpRequestException($"{what} was answered with HTTP {answer.Status}.\n{exchange}")) { Exchange = exchange }
            : throw new NotSupportedException($"{what} was answered with HTTP {answer.Status}{(name.Wire is null ? "" : " " + name.Wire)}, so that the situation cannot be arranged this way");
    }

    private static JsonElement? Body(WireResponse answer)
    {
        try
        {
            using var document = answer.Body.Length == 0 ? null : JsonDocument.Parse(answer.Body);
            return document?.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
