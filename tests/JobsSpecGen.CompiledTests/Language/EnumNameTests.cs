using JobsSpecGen.CompiledTests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JobsSpecGen.CompiledTests.Language;

/// <summary>The table of LANGUAGE.md on the C# names of enum values.</summary>
public sealed class EnumNameTests
{
    [Theory]
    [InlineData("PAID", "Paid")]
    [InlineData("ON_LOAN", "OnLoan")]
    [InlineData("onLoan", "OnLoan")]
    [InlineData("on_loan", "OnLoan")]
    [InlineData("_1ST_LEVEL", "N1stLevel")]
    public void Name_in_CSharp(string value, string name)
    {
        Assert.Contains(Assert.Single(LanguageFile.Document.Tables("value in the spec and in JSON")), row => row.SequenceEqual([$"`{value}`", $"`{name}`"]));
        var spec = new SpecText("garage.jobs.yaml", YamlMerge.Add(LanguageFile.Document.SpecAfter(1), $$"""
            shapes:
              Kind: { type: enum, says: A kind., values: { FIRST: The first., {{value}}: Another. } }
            """));

        InProcess.Generate(CSharpCompilation.Create("enum", references: References.OfSpecs), spec, out var generated);

        var fields = generated.GetTypeByMetadataName("Parking.Kind")!.GetMembers().OfType<IFieldSymbol>().Select(field => (field.Name, field.ConstantValue));
        Assert.Equal([("First", 0), (name, 1)], fields);
    }
}
