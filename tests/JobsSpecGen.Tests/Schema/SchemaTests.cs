using System.Text.RegularExpressions;
using JobsSpecGen.CompiledTests.Language;
using JobsSpecGen.Pipeline;
using JobsSpecGen.Tests.Yaml;
using NJsonSchema;
using NJsonSchema.Validation;

namespace JobsSpecGen.Tests.Schema;

/// <summary>What the JSON schema allows is what the generator takes: editors and builds agree.</summary>
public sealed class SchemaTests
{
    private static readonly Task<JsonSchema> s_schema = JsonSchema.FromJsonAsync(SpecFolder.Read("jobs-spec.schema.json"));

    /// <summary>The validator looks each pattern up by its text in the cache of Regex. With the default size of 15 nearly all would be parsed again each time.</summary>
    static SchemaTests() => Regex.CacheSize = 1_000;

    private static readonly LanguageDocument s_language = LanguageDocument.Parse(SpecFolder.Read("LANGUAGE.md"));

    public static TheoryData<int> TutorialSteps() => [.. Enumerable.Range(1, s_language.Steps.Count)];

    public static TheoryData<int> ReferenceExamples() => [.. Enumerable.Range(0, s_language.Examples.Count)];

    public static TheoryData<string> Specs() => [.. SpecFolder.Specs()];

    public static TheoryData<SchemaProbe> Mistakes() => [.. TestScale.EveryNth(3, SchemaProbes.Mistakes)];

    public static TheoryData<SchemaProbe> Allowed() => [.. TestScale.EveryNth(2, SchemaProbes.Allowed)];

    [Fact]
    public void Specs_are_found() =>
        Assert.Empty(new[] { "iot-jobs-data/2017-11-29.jobs.yaml", "lending-library/1.jobs.yaml" }.Except(SpecFolder.Specs()));

    [Theory]
    [MemberData(nameof(Specs))]
    public async Task Spec_is_valid(string spec) => Assert.Empty(await Violations(SpecFolder.Read(spec)));

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Mistake_is_rejected(SchemaProbe probe)
    {
        var text = probe.Apply();

        Assert.NotEmpty(await Violations(text));
        Assert.NotEmpty(Findings(text));
    }

    [Theory]
    [MemberData(nameof(Allowed))]
    public async Task What_the_generator_takes_is_valid(SchemaProbe probe)
    {
        var text = probe.Apply();

        Assert.Empty(Findings(text));
        Assert.Empty(await Violations(text));
    }

    [Theory]
    [MemberData(nameof(TutorialSteps))]
    public Task Spec_after_a_step_of_the_tutorial_is_valid(int step) => AssertValid(s_language.SpecAfter(step));

    [Theory]
    [MemberData(nameof(ReferenceExamples))]
    public Task Spec_with_an_example_of_the_reference_is_valid(int example) => AssertValid(s_language.SpecWith(s_language.Examples[example]));

    private static async Task AssertValid(string text)
    {
        Assert.Empty(Findings(text));
        Assert.Empty(await Violations(text));
    }

    /// <summary>What the schema says of a spec, as <c>path: kind</c>.</summary>
    private static async Task<IEnumerable<string>> Violations(string text) =>
        Describe((await s_schema).Validate(CoreJson.Of(Reading.Root(text)))).ToArray();

    /// <summary>Where no alternative fits, what is wrong with the one that fits best is told too.</summary>
    private static IEnumerable<string> Describe(IEnumerable<ValidationError> errors) => errors.SelectMany(error => Describe(Best(error)).Prepend($"{error.Path}: {error.Kind}"));

    private static IEnumerable<ValidationError> Best(ValidationError error) =>
        error is ChildSchemaValidationError { Errors.Count: > 0 } alternatives ? alternatives.Errors.Values.MinBy(errors => errors.Count)! : [];

    /// <summary>What the generator says of a spec.</summary>
    private static IEnumerable<string> Findings(string text) =>
        SpecReading.Bind(new SpecFile("a.jobs.yaml", text, Artefact.None), TestContext.Current.CancellationToken).Findings
            .Select(finding => finding.ToDiagnostic("a.jobs.yaml").ToString());
}
