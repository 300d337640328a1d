using System.Runtime.CompilerServices;
using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.SelfProof;

/// <summary>Compares what became of a spec's mutants with the table that is committed beside this file.</summary>
internal static class MutantSnapshot
{
    public static async Task CheckAsync(ConformanceSuite suite, string name, [CallerFilePath] string caller = "")
    {
        var report = await SelfProofRun.RunAsync(suite, TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{report.Results.Count} mutants in {report.Elapsed.TotalSeconds:0} s: "
            + string.Join(", ", Enum.GetValues<MutantStatus>().Select(fate => $"{fate} {report.Count(fate)}")));

        var table = MutantTable.Of(suite, report);
        if (Environment.GetEnvironmentVariable("UPDATE_MUTANTS") == "1")
        {
            await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(caller)!, name + ".mutants.md"), table, TestContext.Current.CancellationToken);
            return;
        }

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "SelfProof", name + ".mutants.md")).ReplaceLineEndings("\n"), table);
    }
}
