using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JobsSpecGen.Tests.Support;

/// <summary>
/// A run of the generator over specs in a consumer's project. Every run is followed by a second one, after an edit of C# that
/// has nothing to do with the specs: nothing may be done again then, and nothing may be kept that belongs to a compilation.
/// </summary>
internal sealed class GeneratorRun
{
    private static readonly GeneratorDriverOptions s_tracking = new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true);

    private static readonly string[] s_stages = [.. typeof(global::JobsSpecGen.Pipeline.Stages).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

    /// <summary>Of each consumer the outputs that compile: what was compiled before need not be compiled again.</summary>
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<string, bool>> s_compiled = [];

    private readonly GeneratorDriver _driver;
    private readonly CSharpCompilation _consumer;
    private readonly ImmutableArray<AdditionalText> _texts;
    private readonly GeneratorRunResult? _before;

    private GeneratorRun(GeneratorDriver driver, CSharpCompilation consumer, ImmutableArray<AdditionalText> texts, GeneratorRunResult? before)
    {
        _driver = driver.RunGeneratorsAndUpdateCompilation(consumer, out var output, out var diagnostics, TestContext.Current.CancellationToken);
        _consumer = consumer;
        _texts = texts;
        _before = before;
        Output = output;
        Diagnostics = diagnostics;
        Result = Assert.Single(_driver.GetRunResult().Results);
        Assert.Null(Result.Exception);
    }

    /// <summary>What the generator reports.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The consumer's compilation with what was emitted.</summary>
    public Compilation Output { get; }

    public GeneratorRunResult Result { get; }

    /// <summary>What was emitted, by name: <c>Models</c>, <c>Service</c> and so on, with the names of their specs before them.</summary>
    public IReadOnlyDictionary<string, string> Sources => Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>The last part of the names of what was emitted, in alphabetical order.</summary>
    public IEnumerable<string> Artefacts => Result.GeneratedSources.Select(source => ArtefactOf(source.HintName)).Order(StringComparer.Ordinal);

    /// <summary>The compiler has nothing to say about the consumer's code, nor about what was emitted.</summary>
    public void AssertCompiles()
    {
        var compiled = s_compiled.GetOrCreateValue(_consumer);
        var emitted = string.Concat(Result.GeneratedSources.Select(source => source.HintName + "\n" + source.SourceText));
        if (compiled.ContainsKey(emitted))
        {
            return;
        }

        var findings = Output.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => $"{diagnostic}    {LineOf(diagnostic)}")
            .ToArray();
        Assert.True(findings.Length == 0, $"{findings.Length} findings of the compiler:\n{string.Join("\n", findings.Take(20))}");
        compiled[emitted] = true;
    }

    public static GeneratorRun Of(SpecText spec, string? consumer = null, string? emit = null) =>
        Of([new SpecInput(spec.Text, Emit: emit)], Consumer.With(consumer));

    public static GeneratorRun Of(IReadOnlyList<SpecInput> specs, CSharpCompilation? consumer = null)
    {
        var texts = specs.Select(spec => spec.ToAdditionalText()).ToImmutableArray();
        var driver = CSharpGeneratorDriver.Create([new JobsSpecGenerator().AsSourceGenerator()], texts, Consumer.ParseOptions, new SpecOptions(specs), s_tracking);
        var run = new GeneratorRun(driver, consumer ?? Consumer.With(null), texts, before: null);
        run.AssertNothingIsKept();
        run.AfterUnrelatedEdit().AssertNothingWasDone();
        return run;
    }

    /// <summary>The next run, after an edit of the consumer's C#.</summary>
    public GeneratorRun AfterUnrelatedEdit() =>
        new(_driver, _consumer.AddSyntaxTrees(CSharpSyntaxTree.ParseText("internal static class Unrelated;", Consumer.ParseOptions, "Unrelated.cs")), _texts, Result);

    /// <summary>The next run, after an edit of the first spec.</summary>
    public GeneratorRun AfterEdit(string text)
    {
        var edited = new SpecInput(text, _texts[0].Path).ToAdditionalText();
        return new GeneratorRun(_driver.ReplaceAdditionalText(_texts[0], edited), _consumer, _texts.SetItem(0, edited), Result);
    }

    /// <summary>What became of a stage since the run before.</summary>
    public Reuse Stage(string name) => Assert.Single(StepOutputs(name).Select(output => output.Reason switch
    {
        IncrementalStepRunReason.New => Reuse.New,
        IncrementalStepRunReason.Cached => Reuse.Cached,
        IncrementalStepRunReason.Unchanged => Reuse.Repeated,
        IncrementalStepRunReason.Modified => Reuse.Modified,
        _ => Reuse.Removed,
    }).Distinct());

    /// <summary>What became of what the run before emitted, by artefact; by whole name where there are several specs.</summary>
    public IReadOnlyDictionary<string, Reuse> Reuses()
    {
        var before = _before!.Value.GeneratedSources.ToDictionary(source => source.HintName);
        var after = Result.GeneratedSources.ToDictionary(source => source.HintName);
        return before.Keys.Union(after.Keys).ToDictionary(name => _texts.Length == 1 ? ArtefactOf(name) : name, name =>
            !before.TryGetValue(name, out var old) ? Reuse.New
            : !after.TryGetValue(name, out var now) ? Reuse.Removed
            : ReferenceEquals(old.SourceText, now.SourceText) ? Reuse.Cached
            : old.SourceText.ContentEquals(now.SourceText) ? Reuse.Repeated
            : Reuse.Modified);
    }

    private void AssertNothingWasDone()
    {
        foreach (var step in Result.TrackedSteps.Where(step => s_stages.Contains(step.Key)).Concat(Result.TrackedOutputSteps))
        {
            Assert.All(step.Value.SelectMany(run => run.Outputs), output =>
                Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"After an unrelated edit the stage '{step.Key}' is {output.Reason}."));
        }

        Assert.All(Reuses(), reuse => Assert.Equal(Reuse.Cached, reuse.Value));
    }

    private void AssertNothingIsKept()
    {
        foreach (var stage in s_stages)
        {
            Assert.All(StepOutputs(stage), output => ObjectGraph.AssertFreeOfCompilation(output.Value, stage));
        }
    }

    private IEnumerable<(object Value, IncrementalStepRunReason Reason)> StepOutputs(string stage) =>
        Result.TrackedSteps.TryGetValue(stage, out var steps) ? steps.SelectMany(step => step.Outputs) : [];

    private static string ArtefactOf(string hintName) => hintName.Split('.')[^3];

    private static string LineOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() ?? string.Empty;
}
