using System.Runtime.CompilerServices;
using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.SelfProof;

/// <summary>Compares what became of a spec's mutants with the table that is committed beside this file.</summary>
internal static class MutantSnapshot
{
    public static async Task CheckAsync(ConformanceSuite suite, string name, [CallerFilePath] string caller = "")
    {
        var isUpdate = Environment.GetEnvironmentVariable("UPDATE_MUTANTS") == "1";
        var committed = isUpdate ? "" : File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "SelfProof", name + ".mutants.md")).ReplaceLineEndings("\n");
        var report = await SelfProofRun.RunAsync(suite, mutants => isUpdate || TestScale.IsFull ? mutants : Chosen(mutants, committed), TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{report.Results.Count} mutants in {report.Elapsed.TotalSeconds:0} s: "
            + string.Join(", ", Enum.GetValues<MutantStatus>().Select(fate => $"{fate} {report.Count(fate)}")));

        if (isUpdate)
        {
            await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(caller)!, name + ".mutants.md"), MutantTable.Of(suite, report), TestContext.Current.CancellationToken);
            return;
        }

        if (TestScale.IsFull)
        {
            Assert.Equal(committed, MutantTable.Of(suite, report));
            return;
        }

        Assert.All(report.Results, result => Assert.Equal(MutantTable.LineIn(committed, result.Mutant), MutantTable.LineOf(result)));
    }

    /// <summary>
    /// A mutant of each clause and one of each kind of change; of those that are equivalent, most of which take seconds each, the one
    /// that was proved with the fewest pairs of states.
    /// </summary>
    private static IEnumerable<MutantInfo> Chosen(IReadOnlyList<MutantInfo> mutants, string committed)
    {
        var equivalent = mutants.Select(m => (Mutant: m, Pairs: MutantTable.PairsIn(committed, m))).Where(m => m.Pairs is not null).ToList();
        var others = mutants.Except(equivalent.Select(m => m.Mutant)).ToList();
        return [.. others.DistinctBy(m => m.Clause), .. others.DistinctBy(m => m.Kind), equivalent.MinBy(m => m.Pairs).Mutant];
    }
}
