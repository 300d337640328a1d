using JobsSpecGen.Tests.Support;
using Microsoft.CodeAnalysis;

namespace JobsSpecGen.Tests.Binding;

/// <summary>One mistake, one diagnostic: the right one, at the right place, with words that help.</summary>
public sealed class MistakeTests
{
    private static readonly Dictionary<string, Mistake> s_mistakes =
        YamlMistakes.All.Concat(ShapeMistakes.All).Concat(HttpMistakes.All).Concat(BehaviourMistakes.All).ToDictionary(NameOf);

    public static IEnumerable<TheoryDataRow<string>> Names => s_mistakes.Keys.Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Gives_one_diagnostic(string name)
    {
        var mistake = s_mistakes[name];
        var diagnostic = Assert.Single(GeneratorRun.Of(mistake.Spec).Diagnostics);
        var place = diagnostic.Location.GetLineSpan();
        Assert.Equal(
            $"{mistake.Id} /specs/lamps.jobs.yaml {mistake.Spec.Place} {mistake.Message}",
            $"{diagnostic.Id} {place.Path} {place.Span} {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
    }

    internal static IEnumerable<string> TestedIds => s_mistakes.Values.Select(mistake => mistake.Id).Distinct();

    private static string NameOf(Mistake mistake) => $"{mistake.Id}: {mistake.What}";
}
