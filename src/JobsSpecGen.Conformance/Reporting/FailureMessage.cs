using System.Text;

namespace JobsSpecGen.Conformance.Reporting;

/// <summary>Writes down a violation with all that one needs to act on it.</summary>
internal sealed class FailureMessage(SuiteModel model, string backend, string suiteVersion)
{
    public ConformanceFailure For(ClauseInfo clause, Evidence evidence, Exchange shown)
    {
        var trace = evidence.Earlier.Select(r => r.Exchange).Where(e => !e.IsProbe).Append(evidence.Call).ToList();
        if (!ReferenceEquals(shown, evidence.Call))
        {
            trace.Add(shown);
        }

        var summary = string.Join("; ", shown.Deviations.Take(3).Select(d => d.ToString()));
        var text = new StringBuilder();
        text.Append(clause.Id).Append(" (").Append(Words.Of(clause.Level)).Append("): ").AppendLine(clause.Says);
        text.Append("  at ").Append(model.Spec.File).Append(':').Append(clause.Line).AppendLine(clause.Source.Length > 0 ? $" (source: {clause.Source})" : "");
        Section(text, "Trace", trace.Select((e, i) => $"{i + 1}. {e.Sent} -> {Outcome(e)}"));
        Section(text, ReferenceEquals(shown, evidence.Call) || !model.Operation(shown.Call.Operation).IsReadOnly ? "Failing request" : "Failing request (it looks at what the call before left)", [shown.Sent.ToString()]);
        Section(text, "Expected (-) and actual (+)", Diff(shown));
        Section(text, "State before, by the spec", State(shown.Before));
        Section(text, "Case", [$"{evidence.Case.Planned.Kind}: {evidence.Case.Planned.Name}"]);
        Section(text, "Raw outcome", [Raw(shown.Actual)]);
        Section(text, "Versions", [$"spec {model.Spec.Service} {model.Spec.Revision} ({model.Spec.Hash}), suite {suiteVersion}, backend {backend}"]);
        return new(clause, summary, text.ToString().TrimEnd(), trace.Count) { Pattern = StableText.Of(evidence.Setting.Names.ToOriginal(summary)) };
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        text.Append(title).AppendLine(":");
        foreach (var line in lines)
        {
            text.Append("  ").AppendLine(line);
        }
    }

    private static IEnumerable<string> Diff(Exchange shown)
    {
        foreach (var deviation in shown.Deviations)
        {
            var label = deviation.Path.Length == 0 ? "" : deviation.Path + ": ";
            yield return $"- {label}{deviation.Expected}";
            yield return $"+ {label}{deviation.Actual}";
        }
    }

    private IEnumerable<string> State(object before)
    {
        var rows = StateRows.Of(model, model.Suite.Inspect(before));
        return rows.Count == 0 ? ["(nothing)"] : rows.Select(r => (r.Collection.Length == 0 ? "" : r.Collection + ": ") + r.Fields);
    }

    private static string Outcome(Exchange exchange) => exchange.Actual switch
    {
        CallOutcome.Answered { Response.IsPresent: true } answered => answered.Response.ToString(),
        CallOutcome.Answered => "done",
        CallOutcome.Refused refused => refused.Error,
        CallOutcome.Broken broken => broken.Exception.GetType().Name,
        _ => "not supported",
    };

    private static string Raw(CallOutcome outcome) => outcome switch
    {
        CallOutcome.Refused refused => $"{refused.Error} (HTTP {refused.Status}): {refused.Message} {refused.Data}",
        CallOutcome.Broken broken => broken.Exception.ToString(),
        CallOutcome.Answered answered => answered.Response.ToString(),
        _ => outcome.ToString(),
    };
}
