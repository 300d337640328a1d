using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Transport.Codec;

namespace JobsSpecGen.Conformance.Techniques.Wire;

/// <summary>Sends raw requests, and judges what was seen of all answers.</summary>
internal sealed class WireExecutor(SuiteModel model, Caller caller, CaseRunner runner, ProbeChooser chooser, WireMessage messages)
{
    private static readonly RawEdit Unchanged = new("", (encoder, call) => encoder.Encode(call), IsRefused: false);

    public async Task<CaseResult> ExecuteAsync(ScriptedCase scripted, CancellationToken cancellationToken)
    {
        try
        {
            return (caller.Target, scripted.Script) switch
            {
                (HttpTarget target, CaseScript.Raw raw) => await TryAsync(scripted, target, raw, cancellationToken).ConfigureAwait(false),
                (HttpTarget target, CaseScript.Watched watched) => Judge(scripted, target.Log, watched),
                _ => Result(scripted, Verdict.NotVerifiableHere, $"the backend is not reached over HTTP; it is by {nameof(HttpTarget)}"),
            };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Result(scripted, Verdict.Error, $"the suite broke: {exception}");
        }
    }

    private async Task<CaseResult> TryAsync(ScriptedCase scripted, HttpTarget target, CaseScript.Raw raw, CancellationToken cancellationToken)
    {
        var tried = await MakeAsync(target, raw, raw.Edit, cancellationToken).ConfigureAwait(false);
        if (tried.Unverifiable is { } reason)
        {
            return Result(scripted, tried.IsAdapters ? Verdict.NotVerifiableHere : Verdict.NotExercised, reason);
        }

        if (tried.Wrong is not { } wrong)
        {
            return Result(scripted, Verdict.Verified, null);
        }

        // What goes wrong without the change as well says nothing about the change.
        var plain = await MakeAsync(target, raw, Unchanged, cancellationToken).ConfigureAwait(false);
        return plain is { Unverifiable: null, Wrong: null } && model.Clause(scripted.Planned.Clause) is { } clause
            ? Result(scripted, Verdict.Violated, wrong.Summary, messages.For(clause, scripted, tried.Setting, wrong))
            : Result(scripted, Verdict.NotExercised, "not reached: the request goes wrong as any client would send it, too");
    }

    private async Task<Attempt> MakeAsync(HttpTarget target, CaseScript.Raw raw, RawEdit edit, CancellationToken cancellationToken)
    {
        var arranged = await runner.ArrangeAsync(raw.Arrange, cancellationToken).ConfigureAwait(false);
        var setting = arranged.Setting;
        if (arranged.Unverifiable is { } unverifiable)
        {
            return new(setting, unverifiable, IsAdapters: true, null);
        }

        if (arranged.Deviates)
        {
            return new(setting, "not reached: another clause is violated on the way", IsAdapters: false, null);
        }

        var call = setting.Names.Rename(raw.Call);
        var wrong = edit.IsRefused
            ? await RefuseAsync(target, setting, call, edit, cancellationToken).ConfigureAwait(false)
            : await AcceptAsync(target, setting, call, edit, cancellationToken).ConfigureAwait(false);
        return new(setting, setting.Unsupported ?? setting.Ambiguous, IsAdapters: true, wrong);
    }

    /// <summary>The request must be taken for the call: its answer and its effect are the call's.</summary>
    private async Task<WireDeviation?> AcceptAsync(HttpTarget target, Setting setting, SpecCall call, RawEdit edit, CancellationToken cancellationToken)
    {
        var exchange = await caller.CallAsync(setting, call, isProbe: false, cancellationToken, sent => target.RawAsync(sent, edit.Make(target.Encoder, sent), cancellationToken)).ConfigureAwait(false);
        if (exchange.Deviates)
        {
            return new(exchange, exchange.Actual.Exchange, "the request is taken for the call");
        }

        foreach (var probe in setting.IsOver ? [] : chooser.For(setting, exchange, Scrutiny.Full))
        {
            var look = await caller.CallAsync(setting, probe, isProbe: true, cancellationToken).ConfigureAwait(false);
            if (look.Deviates)
            {
                return new(look, exchange.Actual.Exchange, "the request has the effect of the call") { Call = call };
            }
        }

        return null;
    }

    /// <summary>The request must be refused as the client's mistake, and change nothing.</summary>
    private async Task<WireDeviation?> RefuseAsync(HttpTarget target, Setting setting, SpecCall call, RawEdit edit, CancellationToken cancellationToken)
    {
        var (sent, outcome) = await caller.SendAsync(setting, call, sent => target.RawAsync(sent, edit.Make(target.Encoder, sent), cancellationToken), cancellationToken).ConfigureAwait(false);
        if (outcome is CallOutcome.TimedOut or CallOutcome.Unsupported)
        {
            setting.Observe(outcome, call);
            return outcome is CallOutcome.TimedOut late ? new(null, outcome.Exchange, "an answer") { Call = sent, Actual = late.Reason } : null;
        }

        // A server may break off rather than read what it will not take.
        var status = outcome.Exchange?.Answer?.Status;
        if (outcome.Exchange is null || status is < 400 or > 499)
        {
            return new(null, outcome.Exchange, "a refusal with a status of 4xx") { Call = sent, Actual = status is null ? outcome.ToString() : $"status {status}" };
        }

        foreach (var probe in chooser.Reading(setting, model.PartitionOf(call)))
        {
            var look = await caller.CallAsync(setting, probe, isProbe: true, cancellationToken).ConfigureAwait(false);
            if (look.Deviates)
            {
                return new(look, outcome.Exchange, "what is refused changes nothing") { Call = sent };
            }
        }

        return null;
    }

    private CaseResult Judge(ScriptedCase scripted, WireLog log, CaseScript.Watched watched) =>
        log.FoundOf(watched.Rule, watched.Subject) is { } evidence && model.Clause(scripted.Planned.Clause) is { } clause
            ? Result(scripted, Verdict.Violated, $"expected {evidence.Finding.Expected}, got {evidence.Finding.Actual}", messages.For(clause, scripted, evidence))
            : log.HasSeen(watched.Rule, watched.Subject)
                ? Result(scripted, Verdict.Verified, null)
                : Result(scripted, Verdict.NotExercised, "no answer of the run had it");

    private static CaseResult Result(ScriptedCase scripted, Verdict verdict, string? reason, ConformanceFailure? failure = null) =>
        new(scripted.Planned.Kind, scripted.Planned.Name, scripted.Planned.Clause, verdict, reason, failure);

    private sealed record Attempt(Setting Setting, string? Unverifiable, bool IsAdapters, WireDeviation? Wrong);
}
