using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Transport.Codec;

namespace JobsSpecGen.Conformance.Techniques.Wire;

/// <summary>Sends raw requests, and judges the wire rules that concern all responses of the run.</summary>
internal sealed class WireExecutor(SuiteModel model, Caller caller, CaseRunner runner, ObservationChooser chooser, WireMessage messages)
{
    private static readonly RawEdit Unchanged = new("", (encoder, call) => encoder.Encode(call), IsRefused: false);

    public async Task<CaseResult> ExecuteAsync(TestCase testCase, CancellationToken cancellationToken)
    {
        try
        {
            return (caller.Target, testCase.Script) switch
            {
                (HttpTarget target, CaseScript.Raw raw) => await ExecuteRawAsync(testCase, target, raw, cancellationToken).ConfigureAwait(false),
                (HttpTarget target, CaseScript.AllAnswers allAnswers) => Judge(testCase, target.Log, allAnswers),
                _ => Result(testCase, Verdict.NotVerifiableHere, $"the backend is not called over HTTP; derive the target from {nameof(HttpTarget)}"),
            };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Result(testCase, Verdict.Error, $"the suite failed: {exception}");
        }
    }

    private async Task<CaseResult> ExecuteRawAsync(TestCase testCase, HttpTarget target, CaseScript.Raw raw, CancellationToken cancellationToken)
    {
        var attempt = await SendAsync(target, raw, raw.Edit, cancellationToken).ConfigureAwait(false);
        if (attempt.UnverifiableReason is { } reason)
        {
            return Result(testCase, attempt.IsUnsupported ? Verdict.NotVerifiableHere : Verdict.NotExercised, reason);
        }

        if (attempt.Deviation is not { } deviation)
        {
            return Result(testCase, Verdict.Verified, null);
        }

        // A request that also deviates without the edit says nothing about the edit.
        var plain = await SendAsync(target, raw, Unchanged, cancellationToken).ConfigureAwait(false);
        return plain is { UnverifiableReason: null, Deviation: null } && model.Clause(testCase.Planned.Clause) is { } clause
            ? Result(testCase, Verdict.Violated, deviation.Summary, messages.For(clause, testCase, attempt.Context, deviation))
            : Result(testCase, Verdict.NotExercised, "not reached: the unedited request deviates too");
    }

    private async Task<Attempt> SendAsync(HttpTarget target, CaseScript.Raw raw, RawEdit edit, CancellationToken cancellationToken)
    {
        var arranged = await runner.ArrangeAsync(raw.Arrange, cancellationToken).ConfigureAwait(false);
        var context = arranged.Context;
        if (arranged.UnverifiableReason is { } unverifiable)
        {
            return new(context, unverifiable, IsUnsupported: true, null);
        }

        if (arranged.Deviates)
        {
            return new(context, "not reached: an earlier step violates another clause", IsUnsupported: false, null);
        }

        var call = context.Names.Rename(raw.Call);
        var deviation = edit.IsRefused
            ? await ExpectRefusalAsync(target, context, call, edit, cancellationToken).ConfigureAwait(false)
            : await ExpectAcceptanceAsync(target, context, call, edit, cancellationToken).ConfigureAwait(false);
        return new(context, context.UnsupportedReason ?? context.AmbiguityReason, IsUnsupported: true, deviation);
    }

    /// <summary>Sends a request that the server must treat as the unedited call: with the same response and the same effect.</summary>
    private async Task<WireDeviation?> ExpectAcceptanceAsync(HttpTarget target, CaseContext context, SpecCall call, RawEdit edit, CancellationToken cancellationToken)
    {
        var exchange = await caller.CallAsync(context, call, isObservation: false, cancellationToken, sent => target.SendRawAsync(sent, edit.Make(target.Encoder, sent), cancellationToken)).ConfigureAwait(false);
        if (exchange.Deviates)
        {
            return new(exchange, exchange.Actual.Exchange, "the request has the response of the unedited call");
        }

        foreach (var observation in context.IsInconclusive ? [] : chooser.For(context, exchange, ObservationLevel.Full))
        {
            var observed = await caller.CallAsync(context, observation, isObservation: true, cancellationToken).ConfigureAwait(false);
            if (observed.Deviates)
            {
                return new(observed, exchange.Actual.Exchange, "the request has the effect of the unedited call") { Call = call };
            }
        }

        return null;
    }

    /// <summary>Sends a request that the server must refuse with a 4xx status code and without a change of the state.</summary>
    private async Task<WireDeviation?> ExpectRefusalAsync(HttpTarget target, CaseContext context, SpecCall call, RawEdit edit, CancellationToken cancellationToken)
    {
        var (sent, outcome) = await caller.SendAsync(context, call, sent => target.SendRawAsync(sent, edit.Make(target.Encoder, sent), cancellationToken), cancellationToken).ConfigureAwait(false);
        if (outcome is CallOutcome.TimedOut or CallOutcome.Unsupported)
        {
            context.RecordUnsupported(outcome, call);
            return outcome is CallOutcome.TimedOut late ? new(null, outcome.Exchange, "a response") { Call = sent, Actual = late.Reason } : null;
        }

        // A server may close the connection instead of reading a request that it refuses.
        var status = outcome.Exchange?.Response?.Status;
        if (outcome.Exchange is null || status is < 400 or > 499)
        {
            return new(null, outcome.Exchange, "a refusal with a 4xx status code") { Call = sent, Actual = status is null ? outcome.ToString() : $"status code {status}" };
        }

        foreach (var observation in chooser.ReadsOf(context, model.PartitionOf(call)))
        {
            var observed = await caller.CallAsync(context, observation, isObservation: true, cancellationToken).ConfigureAwait(false);
            if (observed.Deviates)
            {
                return new(observed, outcome.Exchange, "a refused request changes nothing") { Call = sent };
            }
        }

        return null;
    }

    private CaseResult Judge(TestCase testCase, WireLog log, CaseScript.AllAnswers allAnswers) =>
        log.ViolationOf(allAnswers.Rule, allAnswers.Subject) is { } evidence && model.Clause(testCase.Planned.Clause) is { } clause
            ? Result(testCase, Verdict.Violated, $"expected {evidence.Finding.Expected}, got {evidence.Finding.Actual}", messages.For(clause, testCase, evidence))
            : log.WasChecked(allAnswers.Rule, allAnswers.Subject)
                ? Result(testCase, Verdict.Verified, null)
                : Result(testCase, Verdict.NotExercised, "no response of the run was subject to the rule");

    private static CaseResult Result(TestCase testCase, Verdict verdict, string? reason, ConformanceFailure? failure = null) =>
        new(testCase.Planned.Kind, testCase.Planned.Name, testCase.Planned.Clause, verdict, reason, failure);

    private sealed record Attempt(CaseContext Context, string? UnverifiableReason, bool IsUnsupported, WireDeviation? Deviation);
}
