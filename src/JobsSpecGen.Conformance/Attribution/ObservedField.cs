using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Attribution;

/// <summary>A field of a row that a response shows.</summary>
/// <param name="Field">The field as <c>collection.field</c>.</param>
/// <param name="Path">The path in the response, for instance <c>queuedJobs[0].versionNumber</c>.</param>
/// <param name="Row">The row; null where it is unknown.</param>
internal sealed record ObservedField(string Field, string Path, StateRow? Row);

/// <summary>Finds the fields and rows that a response shows.</summary>
internal sealed class ObservedFields(SuiteModel model)
{
    /// <summary>The source of a member of the response: the source of the path itself or of the nearest enclosing path.</summary>
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

    /// <summary>The field that the expected response shows at the path of a deviation.</summary>
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

    /// <summary>Whether an exchange shows the same field of the same row without a deviation.</summary>
    public bool ShowsCorrectly(Exchange exchange, ObservedField wanted)
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

    /// <summary>The row whose field values equal those that the expected response shows under the same parent.</summary>
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
            var matching = rows.Where(r => siblings.All(s => !StateRows.Names(model, r, s.Field!, out var field) || r.Fields[field].Equals(s.Value))).ToList();
            rows = matching.Count > 1 && matching.Where(r => r.Key is SpecValue.Sequence key && key.Items.Any(named.Contains)).ToList() is { Count: > 0 } addressed ? addressed : matching;
        }

        return rows.FirstOrDefault();
    }

    /// <summary>The paths of a response that match a pattern: each <c>[]</c> becomes the indexes of the list.</summary>
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
