using System.Globalization;
using System.Text.RegularExpressions;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Inputs;

/// <summary>Replaces the example names of the spec by names that are unique to one test context, so that test cases and runs can share a backend.</summary>
internal sealed class FreshNames(SuiteModel model, Samples samples, string suffix)
{
    private readonly Dictionary<(string, string), string> _fresh = [];
    private readonly Dictionary<(string, string), string> _original = [];

    /// <summary>All names that were created.</summary>
    public IEnumerable<string> Issued => _fresh.Values;

    public SpecCall Rename(SpecCall call) => MapNames(call, NameOf);

    /// <summary>Returns the call with the example names of the spec restored.</summary>
    public SpecCall Original(SpecCall call) => MapNames(call, (identity, value) => _original.GetValueOrDefault((identity, value), value));

    /// <summary>Replaces fresh names in a text by the example names of the spec. In names of other test contexts of this run, the suffix is replaced by <c>~</c>.</summary>
    public string ToOriginal(string text)
    {
        var own = _original.OrderByDescending(o => o.Key.Item2.Length).Aggregate(text, (t, o) => t.Replace(o.Key.Item2, o.Value, StringComparison.Ordinal));
        return Regex.Replace(own, $"{Regex.Escape(suffix[..RunNames.RunLength])}[0-9a-z]{{{RunNames.CountLength}}}", "~", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    public SpecValue Rename(string shape, SpecValue value) =>
        value is SpecValue.Text text && model.IdentityOf(model.Shape(shape)) is { } identity ? SpecValue.Of(NameOf(identity, text.Value)) : value;

    private SpecCall MapNames(SpecCall call, Func<string, string, string> rename) =>
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

        // For short or numeric names: the name must keep at least the end of the suffix and the number of the example to stay unique.
        var position = samples.Of(identity).ToList().IndexOf(SpecValue.Of(value)) + 1;
        var longest = model.Shape(identity).MaxLength ?? 64;
        var tail = suffix + position.ToString(CultureInfo.InvariantCulture);
        yield return tail.Length <= longest ? tail : tail[^longest..];
        yield return "a" + (tail.Length < longest ? tail : tail[^Math.Max(0, longest - 1)..]);
        var digits = string.Concat(suffix.Select(c => ((c - '0') % 10 + 10) % 10)) + position.ToString(CultureInfo.InvariantCulture);
        yield return digits.Length <= longest ? digits : digits[^longest..];
    }
}
