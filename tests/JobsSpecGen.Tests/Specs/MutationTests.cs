using JobsSpecGen.Tests.Support;
using Microsoft.CodeAnalysis;

namespace JobsSpecGen.Tests.Specs;

/// <summary>
/// The shipped spec with random damage to its lines: the generator never throws, and gives either diagnostics or code that
/// compiles; where it gives both, the code compiles too.
/// </summary>
public sealed class MutationTests
{
    private static readonly int Cases = TestScale.Choose(full: 300, reduced: 40);

    private static readonly string[] s_splinters =
        ["\t", "'", "\"", ":", ": ", "#", "{", "}", "[", "]", ",", "&a", "*a", "!!int", "|", ">-", "- ", "null", "0", "-1", "..", "$from", "\u2028", "\0", "\U0001F600", "(", ")", "==", "~", "?"];

    [Fact]
    public void Damage_gives_diagnostics_or_code()
    {
        var random = new Random(20171129);
        var lines = Repository.JobsSpec.Split('\n');
        var (clean, told) = (0, 0);
        for (var i = 0; i < Cases; i++)
        {
            var (text, what) = Damage(lines, random);
            var run = GeneratorRun.Of([new SpecInput(text)]);
            if (run.Diagnostics.Any())
            {
                told++;
                Assert.All(run.Diagnostics, diagnostic => Assert.True(diagnostic.Id.StartsWith("JSG", StringComparison.Ordinal) && IsInside(diagnostic, text), $"{what}: {diagnostic}"));
            }
            else
            {
                clean++;
                Assert.NotEmpty(run.Sources);
            }

            var thrown = Record.Exception(run.AssertCompiles);
            Assert.True(thrown is null, $"Case {i}, {what}: {thrown?.Message}");
        }

        // Else the damage would be too small or too great to tell anything.
        Assert.InRange(told, Cases / 2, Cases);
        Assert.InRange(clean, Cases / 30, Cases);
    }

    private static (string Text, string What) Damage(string[] original, Random random)
    {
        var lines = original.ToList();
        var at = random.Next(lines.Count);
        var line = lines[at];
        var column = random.Next(line.Length + 1);
        var other = lines[random.Next(lines.Count)];
        string kind;
        switch (random.Next(9))
        {
            case 0:
                kind = "removed";
                lines.RemoveAt(at);
                break;
            case 1:
                kind = "doubled";
                lines.Insert(at, line);
                break;
            case 2:
                kind = "replaced by another line";
                lines[at] = other;
                break;
            case 3:
                kind = "indented";
                lines[at] = new string(' ', random.Next(1, 5)) + line;
                break;
            case 4:
                kind = "moved left";
                lines[at] = line.Length > 2 ? line[2..] : line;
                break;
            case 5:
                kind = "cut off";
                lines[at] = line[..column];
                break;
            case 6:
                kind = "hit by a splinter";
                lines[at] = line.Insert(column, s_splinters[random.Next(s_splinters.Length)]);
                break;
            case 7:
                kind = "given another word";
                var words = line.Split(' ');
                words[random.Next(words.Length)] = other.Trim().Split(' ')[^1];
                lines[at] = string.Join(' ', words);
                break;
            default:
                kind = "one letter less";
                lines[at] = column < line.Length ? line.Remove(column, 1) : line;
                break;
        }

        return (string.Join('\n', lines), $"line {at + 1} {kind}");
    }

    private static bool IsInside(Diagnostic diagnostic, string text)
    {
        var span = diagnostic.Location.GetLineSpan().Span;
        return span.Start >= default(Microsoft.CodeAnalysis.Text.LinePosition) && span.End >= span.Start && span.End.Line <= text.AsSpan().Count('\n') + text.AsSpan().Count('\u2028');
    }
}
