using System.Collections.Concurrent;

namespace JobsSpecGen.Conformance.Transport.Codec;

/// <summary>Something about an answer that no typed call shows.</summary>
/// <param name="Rule">What it breaks.</param>
/// <param name="Subject">The operation or the error that it is about.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Actual">What came.</param>
internal sealed record WireFinding(WireRule Rule, string Subject, string Expected, string Actual);

/// <summary>A finding with the call that led to it.</summary>
internal sealed record WireEvidence(WireFinding Finding, SpecCall Call, WireExchange Exchange);

/// <summary>What was looked at in all answers of a run, and what was wrong with them.</summary>
internal sealed class WireLog
{
    private readonly ConcurrentDictionary<(WireRule, string), bool> _seen = new();
    private readonly ConcurrentDictionary<(WireRule, string), WireEvidence> _found = new();

    /// <summary>Takes note that a rule could be checked.</summary>
    public void RecordChecked(WireRule rule, string subject) => _seen.TryAdd((rule, subject), true);

    /// <summary>Takes note of something wrong. The first is kept: it is most often the simplest.</summary>
    public void RecordViolation(WireEvidence evidence) => _found.TryAdd((evidence.Finding.Rule, evidence.Finding.Subject), evidence);

    public bool WasChecked(WireRule rule, string subject) => _seen.ContainsKey((rule, subject));

    public WireEvidence? ViolationOf(WireRule rule, string subject) => _found.GetValueOrDefault((rule, subject));
}
