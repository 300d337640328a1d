using System.Collections.Concurrent;

namespace JobsSpecGen.Conformance.Transport.Codec;

/// <summary>A violation of a wire rule by a response. The decoded outcome of the call does not show it.</summary>
/// <param name="Rule">The violated rule.</param>
/// <param name="Subject">The name of the operation or the error that the response belongs to.</param>
/// <param name="Expected">The expected encoding.</param>
/// <param name="Actual">The actual encoding.</param>
internal sealed record WireFinding(WireRule Rule, string Subject, string Expected, string Actual);

/// <summary>A finding with the call and the messages that show it.</summary>
internal sealed record WireEvidence(WireFinding Finding, SpecCall Call, WireExchange Exchange);

/// <summary>Records which wire rules the responses of a run were checked against, and which of them they violated.</summary>
internal sealed class WireLog
{
    private readonly ConcurrentDictionary<(WireRule, string), bool> _checked = new();
    private readonly ConcurrentDictionary<(WireRule, string), WireEvidence> _violations = new();

    public void RecordChecked(WireRule rule, string subject) => _checked.TryAdd((rule, subject), true);

    /// <summary>Records a violation. Only the first one for a rule and a subject is kept, because it usually has the simplest call.</summary>
    public void RecordViolation(WireEvidence evidence) => _violations.TryAdd((evidence.Finding.Rule, evidence.Finding.Subject), evidence);

    public bool WasChecked(WireRule rule, string subject) => _checked.ContainsKey((rule, subject));

    public WireEvidence? ViolationOf(WireRule rule, string subject) => _violations.GetValueOrDefault((rule, subject));
}
