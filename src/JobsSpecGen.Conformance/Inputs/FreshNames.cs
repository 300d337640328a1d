using System.Globalization;
using System.Text.RegularExpressions;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Inputs;

/// <summary>Replaces the spec's example names by names of one case's own, so that cases and runs can share a backend.</summary>
internal sealed class FreshNames(SuiteModel model, Samples samples, string suffix)
{
    private readonly Dictionary<(string, string), string> _fresh = [];
    private readonly Dictionary<(string, string), string> _original = [];

    /// <summary>Every name that was made.</summary>
    public IEnumerable<string> Issued => _fresh.Values;

    public SpecCall Rename(SpecCall call) => Walk(call, NameOf);

    /// <summary>The call with the spec's example names again.</summary>
    public SpecCall Original(SpecCall call) => Walk(call, (identity, value) => _original.GetValueOrDefault((identity, value), value));

    /// <summary>A text with the spec's example names in the place of those made from them, and nothing of this run in other cases' names.</summary>
    public string ToOriginal(string text)
    {
        var own = _original.OrderByDescending(o => o.Key.Item2.Length).Aggregate(text, (t, o) => t.Replace(o.Key.Item2, o.Value, StringComparison.Ordinal));
        return Regex.Replace(own, $"{Regex.Escape(suffix[..RunNames.RunLength])}[0-9a-z]{{{RunNames.CountLength}}}", "~", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    public SpecValue Rename(string shape, SpecValue value) =>
        value is SpecValue.Text text && model.IdentityOf(model.Shape(shape)) is { } identity ? SpecValue.Of(NameOf(identity, text.Value)) : value;

    private SpecCall Walk(SpecCall call, Func<string, string, string> rename) =>
        call with
        {
            Request = (SpecValue.Record)Values.Map(model, model.Operation(call.Operation).Input, call.Request, (shape, value, _) =>
                value is SpecValue.Text text && model.IdentityOf(shape) is { } identity && !shape.Also.Contains(text.Value)
                    ? SpecValue.Of(rename(identity, text.Value))
                    : value),
        };

    private string NameOf(string identity, string value)
    {
        if (_fresh.TryGetValue((identity, value), out var known))
        {
            return known;
        }

        var name = Candidates(identity, value).FirstOrDefault(c => model.IsValid(identity, SpecValue.Of(c)) && !_original.ContainsKey((identity, c))) ?? value;
        _fresh[(identity, value)] = name;
        _original[(identity, name)] = value;
        return name;
    }

    private IEnumerable<string> Candidates(string identity, string value)
    {
        yield return value + "-" + suffix;
        yield return value + suffix;
        yield return value + suffix.ToUpperInvariant();

        // Short or numeric names: what must stay different is the end of the suffix and which example it was.
        var place = samples.Of(identity).ToList().IndexOf(SpecValue.Of(value)) + 1;
        var longest = model.Shape(identity).MaxLength ?? 64;
        var tail = suffix + place.ToString(CultureInfo.InvariantCulture);
        yield return tail.Length <= longest ? tail : tail[^longest..];
        yield return "a" + (tail.Length < longest ? tail : tail[^Math.Max(0, longest - 1)..]);
        var digits = string.Concat(suffix.Select(c => ((c - '0') % 10 + 10) % 10)) + place.ToString(CultureInfo.InvariantCulture);
        yield return digits.Length <= longest ? digits : digits[^longest..];
    }
}
