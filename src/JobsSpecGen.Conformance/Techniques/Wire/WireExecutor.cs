using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Transport.Codec;

namespace JobsSpecGen.Conformance.Techniques.Wire;

/// <summary>Sends raw requests, and judges what was seen of all answers.</summary>
internal sealed class WireExecutor(SuiteModel model, Caller caller, CaseRunner runner, ObservationChooser chooser, WireMessage messages)
{
    private static readonly RawEdit Unchanged = new("", (encoder, call) => encoder.Encode(call), IsRefused: false);

    public async Task<CaseResult> ExecuteAsync(TestCase testCase, CancellationToken cancellationToken)
    {
        try
        {
            return (caller.Target, testCase.Script) switch
            {
                (HttpTarget target, CaseScript.Raw raw) => await TryAsync(testCase, target, raw, cancellationToken).ConfigureAwait(false),
                (HttpTarget target, CaseScript.AllAnswers watched) => Judge(testCase, target.Log, watched),
                _ => Result(testCase, Verdict.NotVerifiableHere, $"the backend is not reached over HTTP; it is by {nameof(HttpTarget)}"),
            };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Result(testCase, Verdict.Error, $"the suite broke: {exception}");
        }
    }

    private async Task<CaseResult> TryAsync(TestCase testCase, HttpTarget target, CaseScript.Raw raw, CancellationToken cancellationToken)
    {
        var tried = await MakeAsync(target, raw, raw.Edit, cancellationToken).ConfigureAwait(false);
        if (tried.Unverifiable is { } reason)
        {
            return Result(testCase, tried.IsAdapters ? Verdict.NotVerifiableHere : Verdict.NotExercised, reason);
        }

        if (tried.Wrong is not { } wrong)
        {
            return Result(testCase, Verdict.Verified, null);
        }

        // What goes wrong without the change as well says nothing about the change.
        var plain = await MakeAsync(target, raw, Unchanged, cancellationToken).ConfigureAwait(false);
        return plain is { Unverifiable: null, Wrong: null } && model.Clause(testCase.Planned.Clause) is { } clause
            ? Result(testCase, Verdict.Violated, wrong.Summary, messages.For(clause, testCase, tried.Context, wrong))
            : Result(testCase, Verdict.NotExercised, "not reached: the request goes wrong as any client would send it, too");
    }

    private async Task<Attempt> MakeAsync(HttpTarget target, CaseScript.Raw raw, RawEdit edit, CancellationToken cancellationToken)
    {
        var arranged = await runner.ArrangeAsync(raw.Arrange, cancellationToken).ConfigureAwait(false);
        var context = arranged.Context;
        if (arranged.Unverifiable is { } unverifiable)
        {
            return new(context, unverifiable, IsAdapters: true, null);
        }

        if (arranged.Deviates)
        {
            return new(context, "not reached: another clause is violated on the way", IsAdapters: false, null);
        }

        var call = context.Names.Rename(raw.Call);
        var wrong = edit.IsRefused
            ? await RefuseAsync(target, context, call, edit, cancellationToken).ConfigureAwait(false)
            : await AcceptAsync(target, context, call, edit, cancellationToken).ConfigureAwait(false);
        return new(context, context.Unsupported ?? context.Ambiguous, IsAdapters: true, wrong);
    }

    /// <summary>The request must be taken for the call: its answer and its effect are the call's.</summary>
    private async Task<WireDeviation?> AcceptAsync(HttpTarget target, CaseContext context, SpecCall call, RawEdit edit, CancellationToken cancellationToken)
    {
        var exchange = await caller.CallAsync(context, call, isObservation: false, cancellationToken, sent => target.RawAsync(sent, edit.Make(target.Encoder, sent), cancellationToken)).ConfigureAwait(false);
        if (exchange.Deviates)
        {
            return new(exchange, exchange.Actual.Exchange, "the request is taken for the call");
        }

        foreach (var observation in context.IsOver ? [] : chooser.For(context, exchange, ObservationLevel.Full))
        {
            var look = await caller.CallAsync(context, observation, isObservation: true, cancellationToken).ConfigureAwait(false);
            if (look.Deviates)
            {
                return new(look, exchange.Actual.Exchange, "the request has the effect of the call") { Call = call };
            }
        }

        return null;
    }

    /// <summary>The request must be refused as the client's mistake, and change nothing.</summary>
    private async Task<WireDeviation?> RefuseAsync(HttpTarget target, CaseContext context, SpecCall call, RawEdit edit, CancellationToken cancellationToken)
    {
        var (sent, outcome) = await caller.SendAsync(context, call, sent => target.RawAsync(sent, edit.Make(target.Encoder, sent), cancellationToken), cancellationToken).ConfigureAwait(false);
        if (outcome is CallOutcome.TimedOut or CallOutcome.Unsupported)
        {
            context.Observe(outcome, call);
            return outcome is CallOutcome.TimedOut late ? new(null, outcome.Exchange, "an answer") { Call = sent, Actual = late.Reason } : null;
        }

        // A server may break off rather than read what it will not take.
        var status = outcome.Exchange?.Answer?.Status;
        if (outcome.Exchange is null || status is < 400 or > 499)
        {
            return new(null, outcome.Exchange, "a refusal with a status of 4xx") { Call = sent, Actual = status is null ? outcome.ToString() : $"status {status}" };
        }

        foreach (var observation in chooser.Reading(context, model.PartitionOf(call)))
        {
            var look = await caller.CallAsync(context, observation, isObservation: true, cancellationToken).ConfigureAwait(false);
            if (look.Deviates)
            {
                return new(look, outcome.Exchange, "what is refused changes nothing") { Call = sent };
            }
        }

        return null;
    }

    private CaseResult Judge(TestCase testCase, WireLog log, CaseScript.AllAnswers watched) =>
        log.FoundOf(watched.Rule, watched.Subject) is { } evidence && model.Clause(testCase.Planned.Clause) is { } clause
            ? Result(testCase, Verdict.Violated, $"expected {evidence.Finding.Expected}, got {evidence.Finding.Actual}", messages.For(clause, testCase, evidence))
            : log.HasSeen(watched.Rule, watched.Subject)
                ? Result(testCase, Verdict.Verified, null)
                : Result(testCase, Verdict.NotExercised, "no answer of the run had it");

    private static CaseResult Result(TestCase testCase, Verdict verdict, string? reason, ConformanceFailure? failure = null) =>
        new(testCase.Planned.Kind, testCase.Planned.Name, testCase.Planned.Clause, verdict, reason, failure);

    private sealed record Attempt(CaseContext Context, string? Unverifiable, bool IsAdapters, WireDeviation? Wrong);
}
