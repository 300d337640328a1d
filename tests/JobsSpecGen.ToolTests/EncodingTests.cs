using System.Text;

namespace JobsSpecGen.ToolTests;

/// <summary>The table of LANGUAGE.md on encodings, as far as it concerns the tool.</summary>
public sealed class EncodingTests : IDisposable
{
    private const string Sentence = "Gr\u00F6\u00DFe in \u20AC.";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    public async Task Encoding_is_read(string encoding, bool hasMark) => Assert.Contains(Sentence, await EmittedAsync(encoding, hasMark), StringComparison.Ordinal);

    [Fact]
    public async Task Encoding_without_a_mark_is_read_as_UTF8() => Assert.Contains("Gr\uFFFD\uFFFDe in ?.", await EmittedAsync("latin1", hasMark: false), StringComparison.Ordinal);

    [Fact]
    public async Task UTF16_without_a_mark_is_refused()
    {
        var outcome = (await Run.JobspecAsync("check", Write("utf-16", hasMark: false))).Ended(1);

        Assert.Contains("error JSG0001", outcome.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> EmittedAsync(string encoding, bool hasMark)
    {
        (await Run.JobspecAsync("emit", Write(encoding, hasMark), "-o", _folder["out"], "-a", "Service")).Ended(0);
        return string.Concat(Directory.EnumerateFiles(_folder["out"], "*.Service.g.cs").Select(File.ReadAllText));
    }

    private string Write(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        var text = File.ReadAllText(Path.Combine(Repository.Root, "spec", "register", "1.jobs.yaml")).Replace("Tells what the register holds.", Sentence, StringComparison.Ordinal);
        var file = _folder["a.jobs.yaml"];
        File.WriteAllBytes(file, [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)]);
        return file;
    }
}
