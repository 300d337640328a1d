using JobsSpecGen.CompiledTests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace JobsSpecGen.CompiledTests.Language;

/// <summary>
/// Each example of the reference, added to the spec of the tutorial, gives no diagnostic. A whole spec is compiled as well.
/// What an example does when it runs is not tested.
/// </summary>
public sealed class ReferenceExampleTests
{
    public static TheoryData<int, string> Examples() =>
        [.. LanguageFile.Document.Examples.Select((example, index) => new TheoryDataRow<int, string>(index, example.ToString()))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_gives_no_diagnostic(int index, string example)
    {
        TestContext.Current.TestOutputHelper!.WriteLine(example);
        var block = LanguageFile.Document.Examples[index];
        var spec = new SpecText("example.jobs.yaml", LanguageFile.Document.SpecWith(block));

        InProcess.Generate(CSharpCompilation.Create("example", references: References.OfSpecs), spec, out _);
        if (block.Info == "yaml spec")
        {
            CompiledSpec.From(spec);
        }
    }
}
