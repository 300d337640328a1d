using System.Text.Json;
using JobsSpecGen.Conformance.Transport.Codec;

namespace JobsSpecGen.Conformance.Transport.Arranging;

/// <summary>Performs environment actions by their HTTP bindings in the spec. For an AWS service these are calls of its control plane.</summary>
internal sealed class ControlPlane(SpecInfo spec, RequestEncoder encoder, Func<WireRequest, CancellationToken, Task<WireExchange>> send) : IHttpEnvironment
{
    public async ValueTask<CallOutcome> ActAsync(SpecCall call, CancellationToken cancellationToken)
    {
        var request = encoder.Encode(call);
        var exchange = await send(request, cancellationToken).ConfigureAwait(false);
        return ActionResponse.OutcomeOf(spec, call, exchange, $"{request.Method} {request.Target}");
    }

    public ValueTask DisposeAsync() => default;
}

/// <summary>Interprets the response to an environment action.</summary>
internal static class ActionResponse
{
    /// <summary>
    /// Gets the outcome of an environment action. Only an error that the spec lists for the action counts as a refusal. Any other error
    /// means that the backend has no such control plane, or a different one. It says nothing about the service under test.
    /// </summary>
    /// <param name="spec">The spec.</param>
    /// <param name="call">The action.</param>
    /// <param name="exchange">The request and the response.</param>
    /// <param name="requestLine">Method and address of the request, for messages.</param>
    /// <exception cref="NotSupportedException">The backend does not support the action.</exception>
    public static CallOutcome OutcomeOf(SpecInfo spec, SpecCall call, WireExchange exchange, string requestLine)
    {
        var response = exchange.Response!;
        if (response.Status is >= 200 and <= 299)
        {
            return new CallOutcome.Answered(SpecValue.Absent) { Exchange = exchange };
        }

        var name = ErrorName.Of(response, Body(response));
        var operation = spec.Operations.First(o => o.Name == call.Operation);
        if (name.WireName is not null && name.Candidates(spec, operation, response.Status).FirstOrDefault(e => operation.Errors.Contains(e.Code)) is { } error)
        {
            return new CallOutcome.Refused(error.Code, response.Status, "", new([])) { Exchange = exchange };
        }

        return response.Status >= 500 && response.Status != 501
            ? new CallOutcome.Broken(new HttpRequestException($"The response to {requestLine} was HTTP {response.Status}.\n{exchange}")) { Exchange = exchange }
            : throw new NotSupportedException($"the response to {requestLine} was HTTP {response.Status}{(name.WireName is null ? "" : " " + name.WireName)}, so the environment action cannot be performed");
    }

    private static JsonElement? Body(WireResponse response)
    {
        try
        {
            using var document = response.Body.Length == 0 ? null : JsonDocument.Parse(response.Body);
            return document?.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
