using System.Globalization;
using System.Text.RegularExpressions;

namespace JobsSpecGen.Conformance.Tests.Randomized;

/// <summary>Parses the failure message of a counter, as a reader does who wants to reproduce the failure.</summary>
internal static partial class PrintedTrace
{
    /// <summary>Gets the calls of the trace, in order.</summary>
    public static IReadOnlyList<SpecCall> CallsOf(ConformanceFailure failure) =>
        [.. Call().Matches(failure.Message).Select(m => new SpecCall(m.Groups["operation"].Value, new(Member().Matches(m.Groups["members"].Value)
            .Select(member => KeyValuePair.Create(member.Groups["name"].Value, ValueOf(member.Groups["value"].Value))))))];

    /// <summary>Gets the seed of the command that reproduces the failure.</summary>
    public static string SeedOf(ConformanceFailure failure) => Seed().Match(failure.Message).Groups[1].Value;

    private static SpecValue ValueOf(string printed) => printed[0] == '\''
        ? SpecValue.Of(printed.Trim('\''))
        : SpecValue.Of(long.Parse(printed, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^ +\d+\. (?<operation>\w+) \{ (?<members>[^}]*) \} -> ", RegexOptions.Multiline)]
    private static partial Regex Call();

    [GeneratedRegex(@"(?<name>\w+): (?<value>'[^']*'|\d+)")]
    private static partial Regex Member();

    [GeneratedRegex($@"{ConformanceOptions.SeedVariable}=(\S+)")]
    private static partial Regex Seed();
}
