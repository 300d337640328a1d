using System.Text;
using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Explanation;

/// <summary>Builds a failure message: the head and the end that all messages share, and the sections between them.</summary>
internal sealed class FailureText
{
    private readonly StringBuilder _text = new();
    private readonly SuiteModel _model;

    public FailureText(SuiteModel model, ClauseInfo clause)
    {
        _model = model;
        _text.Append(clause.Id).Append(" (").Append(clause.Level == ClauseLevel.Must ? "must" : "should").Append("): ").AppendLine(clause.Says);
        _text.Append("  at ").Append(model.Spec.File).Append(':').Append(clause.Line).AppendLine(clause.Source.Length > 0 ? $" (source: {clause.Source})" : "");
    }

    public FailureText Section(string title, IEnumerable<string> lines)
    {
        _text.Append(title).AppendLine(":");
        foreach (var line in lines)
        {
            _text.Append("  ").AppendLine(line);
        }

        return this;
    }

    public FailureText Differences(IEnumerable<Deviation> deviations) => Section("Expected (-) and actual (+)", deviations.SelectMany(deviation =>
    {
        var label = deviation.Path.Length == 0 ? "" : deviation.Path + ": ";
        return (string[])[$"- {label}{deviation.Expected}", $"+ {label}{deviation.Actual}"];
    }));

    /// <summary>The mutants of which each would have given every outcome in the trace.</summary>
    public FailureText MatchingMutants(IEnumerable<MutantInfo> mutants)
    {
        var lines = mutants.Select(m => $"{m.Operation}: {m.Kind} ({m.Detail})").ToList();
        return lines.Count == 0 ? this : Section(lines.Count == 1 ? "All outcomes match this known fault" : "All outcomes match each of these known faults", lines);
    }

    /// <summary>The HTTP request and response as transferred, and a command that sends the request again; nothing where they are unknown.</summary>
    public FailureText Wire(WireExchange? exchange) => exchange is null ? this
        : Section("Request as sent", exchange.RequestText.Split('\n'))
            .Section("Response as received", exchange.ResponseText.Split('\n'))
            .Section("Command to resend the request", [exchange.Curl]);

    public FailureText State(string title, object state)
    {
        var rows = StateRows.Of(_model, _model.Suite.Inspect(state));
        return Section(title, rows.Count == 0 ? ["(nothing)"] : rows.Select(r => (r.Collection.Length == 0 ? "" : r.Collection + ": ") + r.Fields));
    }

    public string End(ClauseInfo clause, TestCase testCase, RunIdentity run, string? raw)
    {
        Section("Case", [$"{testCase.Planned.Kind}: {testCase.Planned.Name}"]);
        Section("Replay", [run.CommandFor(clause, testCase)]);
        if (raw is not null)
        {
            Section("Raw outcome", [raw]);
        }

        Section("Versions", [$"spec {_model.Spec.Service} {_model.Spec.Revision} ({_model.Spec.Hash}), suite {run.SuiteVersion}, backend {run.Backend}"]);
        return _text.ToString().TrimEnd();
    }

    /// <summary>The outcome of a call as short text.</summary>
    public static string Outcome(CallOutcome? outcome) => outcome switch
    {
        CallOutcome.Answered { Response.IsPresent: true } answered => answered.Response.ToString(),
        CallOutcome.Answered => "done",
        CallOutcome.Refused refused => refused.Error,
        CallOutcome.Broken broken => broken.Exception.GetType().Name,
        CallOutcome.TimedOut or null => "no response",
        _ => "not supported",
    };
}
