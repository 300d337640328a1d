using System.Collections.Concurrent;
using System.Text.Json;

namespace JobsSpecGen.Conformance.Transport.Codec;

/// <summary>Decodes a response to the outcome of a call, and records which wire rules the response violates.</summary>
internal sealed class ResponseDecoder(SpecInfo spec, WireLog log)
{
    /// <summary>One list instance for each set of errors that share a wire name, so that equal outcomes compare as equal.</summary>
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _alternatives = new(StringComparer.Ordinal);

    /// <summary>Decodes the response to a call of an operation.</summary>
    public CallOutcome Decode(SpecCall call, OperationInfo operation, WireExchange exchange)
    {
        if (exchange.Response is not { } response)
        {
            return new CallOutcome.Broken(new HttpRequestException("The connection was closed without a response."));
        }

        var findings = new List<WireFinding>();
        var outcome = Decode(operation, response, findings);
        foreach (var finding in findings)
        {
            log.RecordViolation(new(finding, call, exchange));
        }

        return outcome with { Exchange = exchange };
    }

    private CallOutcome Decode(OperationInfo operation, WireResponse response, List<WireFinding> findings)
    {
        try
        {
            using var document = response.Body.Length == 0 ? null : JsonDocument.Parse(response.Body);
            return response.Status is >= 200 and <= 299
                ? Answered(operation, response, document?.RootElement, findings)
                : Refused(operation, response, document?.RootElement, findings);
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            // The header identifies an error even if the body cannot be read.
            return response.Status is >= 200 and <= 299
                ? Unreadable(response, exception.Message, exception)
                : Refused(operation, response, null, findings);
        }
    }

    private CallOutcome Answered(OperationInfo operation, WireResponse response, JsonElement? body, List<WireFinding> findings)
    {
        foreach (var rule in (WireRule[])[WireRule.AnswerMembers, WireRule.AnswerNumbers])
        {
            log.RecordChecked(rule, operation.Name);
        }

        if (response.Body.Length > 0)
        {
            log.RecordChecked(WireRule.AnswerContentType, operation.Name);
            if (!IsJson(response.Header("Content-Type")))
            {
                findings.Add(new(WireRule.AnswerContentType, operation.Name, "Content-Type: application/json", response.Header("Content-Type") is { } type ? $"Content-Type: {type}" : "no Content-Type"));
            }
        }

        // Some services send an empty body instead of an empty object.
        return new CallOutcome.Answered(body is { } json
            ? new ResponseReader(spec, operation.Name, findings).Read(operation.Output!, json, "")
            : new SpecValue.Record([]));
    }

    private CallOutcome Refused(OperationInfo operation, WireResponse response, JsonElement? body, List<WireFinding> findings)
    {
        var name = ErrorName.Of(response, body);
        var candidates = name.Candidates(spec, operation, response.Status);
        if (candidates.Count == 0)
        {
            return name.WireName is { } unknown && response.Status < 500
                ? new CallOutcome.Refused(unknown, response.Status, Message(body), new([]))
                : Unreadable(response, name.WireName is null ? "an error without a name" : $"the error {name.WireName}, which the spec does not have", null);
        }

        var wireName = candidates[0].WireName;
        foreach (var rule in (WireRule[])[WireRule.ErrorType, WireRule.ErrorStatus])
        {
            log.RecordChecked(rule, wireName);
        }

        if (name.WireName is null)
        {
            findings.Add(new(WireRule.ErrorType, wireName, $"{ErrorName.HeaderName}: {wireName}, or that as 'code' or '__type' in the body", "none of them"));
        }
        else if (name.IsContradictory(spec))
        {
            findings.Add(new(WireRule.ErrorType, wireName, "one name", $"{name.Header} in the header and {name.Body} in the body"));
        }

        if (candidates.All(e => e.Status != response.Status))
        {
            findings.Add(new(WireRule.ErrorStatus, wireName, $"status {candidates[0].Status}", $"status {response.Status}"));
        }

        return new CallOutcome.Refused(candidates[0].Code, response.Status, Message(body), Data(candidates, body, findings))
        {
            AlsoMeans = candidates.Count == 1 ? [] : _alternatives.GetOrAdd(string.Join(' ', candidates.Skip(1).Select(e => e.Code)), static codes => codes.Split(' ')),
        };
    }

    /// <summary>Reads the members of an error. The body may have other members as well, such as a message or a code.</summary>
    private SpecValue.Record Data(IReadOnlyList<ErrorInfo> candidates, JsonElement? body, List<WireFinding> findings)
    {
        if (body is not { ValueKind: JsonValueKind.Object } json || candidates.FirstOrDefault(e => spec.Shapes.ContainsKey(e.Code)) is not { } error)
        {
            return new([]);
        }

        try
        {
            return (SpecValue.Record)new ResponseReader(spec, error.WireName, findings).Read(error.Code, json, "", isOpen: true);
        }
        catch (FormatException)
        {
            return new([]);
        }
    }

    private static CallOutcome.Broken Unreadable(WireResponse response, string problem, Exception? cause) =>
        new(new HttpRequestException($"HTTP {response.Status}: {problem}", cause));

    private static string Message(JsonElement? body) =>
        body is { ValueKind: JsonValueKind.Object } json
        && (json.TryGetProperty("message", out var message) || json.TryGetProperty("Message", out message))
        && message.ValueKind == JsonValueKind.String
            ? message.GetString()!
            : "";

    private static bool IsJson(string? contentType)
    {
        var type = contentType?.Split(';')[0].Trim() ?? "";
        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.StartsWith("application/x-amz-json", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }
}
