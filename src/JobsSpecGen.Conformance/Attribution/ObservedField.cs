using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Attribution;

/// <summary>A field of a row as an answer shows it.</summary>
/// <param name="Field">The field as <c>collection.field</c>.</param>
/// <param name="Path">Where the answer shows it, for instance <c>queuedJobs[0].versionNumber</c>.</param>
/// <param name="Row">The row, if it can be told.</param>
internal sealed record ObservedField(string Field, string Path, StateRow? Row);

/// <summary>Finds which fields of which rows an answer shows.</summary>
internal sealed class ObservedFields(SuiteModel model)
{
    /// <summary>The source of a member of the answer: that of the path itself or of the nearest path around it.</summary>
    public static MemberSource? SourceOf(PointInfo? decider, string pattern)
    {
        MemberSource? best = null;
        foreach (var source in decider?.Members ?? [])
        {
            if ((pattern == source.Path || pattern.StartsWith(source.Path + ".", StringComparison.Ordinal) || pattern.StartsWith(source.Path + "[", StringComparison.Ordinal))
                && source.Path.Length > (best?.Path.Length ?? -1))
            {
                best = source;
            }
        }

        return best;
    }

    /// <summary>The field that the oracle's answer shows at a path of a deviation.</summary>
    public ObservedField? At(Exchange exchange, string path, string pattern)
    {
        if (SourceOf(model.Decider(exchange.Expected), pattern) is not { Field: { } field } source)
        {
            return null;
        }

        var depth = source.Path.Count(c => c == '.');
        var concrete = string.Join('.', path.Split('.').Take(depth + 1));
        var quote = concrete.IndexOf("['", StringComparison.Ordinal);
        concrete = quote < 0 ? concrete : concrete[..quote];
        return new(field, concrete, RowAt(exchange, source, Parent(concrete)));
    }

    /// <summary>Whether an exchange shows the same field of the same row, and shows it right.</summary>
    public bool ShowsRight(Exchange exchange, ObservedField wanted)
    {
        if (exchange.Actual is not CallOutcome.Answered && exchange.Expected.Refusal is null || model.Decider(exchange.Expected) is not { } decider)
        {
            return false;
        }

        if (exchange.Deviations.Any(d => d.Path.Length == 0) || (exchange.Expected.Response ?? exchange.Expected.Refusal?.Data) is not { } answer)
        {
            return false;
        }

        foreach (var source in decider.Members.Where(m => m.Field == wanted.Field))
        {
            foreach (var path in Concrete(answer, source.Path))
            {
                if (!Values.At(answer, Parent(path)).IsPresent)
                {
                    continue;
                }

                var row = RowAt(exchange, source, Parent(path));
                var same = wanted.Row is not null && row is not null && row.Key.Equals(wanted.Row.Key);
                if (same && !exchange.Deviations.Any(d => d.Path.StartsWith(path, StringComparison.Ordinal) || path.StartsWith(d.Path + "[", StringComparison.Ordinal) || path.StartsWith(d.Path + ".", StringComparison.Ordinal)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The row whose fields are those that the oracle's answer shows side by side.</summary>
    private StateRow? RowAt(Exchange exchange, MemberSource source, string parent)
    {
        var answer = exchange.Expected.Response ?? exchange.Expected.Refusal?.Data;
        if (answer is null)
        {
            return null;
        }

        var prefix = Parent(source.Path);
        var siblings = model.Decider(exchange.Expected)!.Members
            .Where(m => m.Field is not null && Parent(m.Path) == prefix)
            .Select(m => (m.Field, Value: Values.At(answer, parent.Length == 0 ? Last(m.Path) : $"{parent}.{Last(m.Path)}")))
            .Where(m => m.Value.IsPresent)
            .ToList();
        var rows = StateRows.Of(model, model.Suite.Inspect(exchange.Expected.State))
            .Where(r => StateRows.Names(model, r, source.Field!, out _))
            .Where(r => siblings.All(s => !StateRows.Names(model, r, s.Field!, out var field) || !model.IsKey(s.Field!) || r.Fields[field].Equals(s.Value)))
            .ToList();
        if (rows.Count > 1)
        {
            var named = Values.Identities(model, exchange.Call).Select(i => SpecValue.Of(i.Value)).ToList();
            var close = rows.Where(r => siblings.All(s => !StateRows.Names(model, r, s.Field!, out var field) || r.Fields[field].Equals(s.Value))).ToList();
            rows = close.Count > 1 && close.Where(r => r.Key is SpecValue.Sequence key && key.Items.Any(named.Contains)).ToList() is { Count: > 0 } asked ? asked : close;
        }

        return rows.FirstOrDefault();
    }

    private static IEnumerable<string> Concrete(SpecValue answer, string pattern)
    {
        var at = pattern.IndexOf("[]", StringComparison.Ordinal);
        if (at < 0)
        {
            return [pattern];
        }

        var count = Values.At(answer, pattern[..at]) is SpecValue.Sequence list ? list.Items.Count : 0;
        return Enumerable.Range(0, count).SelectMany(i => Concrete(answer, $"{pattern[..at]}[{i}]{pattern[(at + 2)..]}"));
    }

    private static string Parent(string path) => path.LastIndexOf('.') is var dot and >= 0 ? path[..dot] : "";

    private static string Last(string path) => path[(path.LastIndexOf('.') + 1)..];
}
