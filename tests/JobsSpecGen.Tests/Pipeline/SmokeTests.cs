using JobsSpecGen.Tests.Support;

namespace JobsSpecGen.Tests.Pipeline;

public sealed class SmokeTests
{
    [Fact]
    public void The_base_spec_compiles()
    {
        var run = GeneratorRun.Of(SpecText.Lamps);
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerFindings);
    }
}
