namespace JobsSpecGen.Conformance.Tests.Reporting;

/// <summary>A mistake in a baseline is told with file, line and fix.</summary>
public class BaselineMistakeTests
{
    private const string Whole = """
        {
          "formatVersion": 1,
          "spec": { "service": "Desk", "revision": "1" },
          "failures": [
            { "clause": "a", "reason": "known", "found": "x" },
            { "clause": "b", "reason": "known", "found": "y" }
          ],
          "notVerified": [
            { "clause": "c", "why": "z" }
          ],
          "cases": { "a": 1, "b": 2, "c": 3 },
          "kinds": { "witness": 6 }
        }
        """;

    [Fact]
    public void A_whole_one_can_be_read() => ConformanceBaseline.Parse(Whole, "b.json");

    [Theory]
    [InlineData("\"formatVersion\": 1", "\"formatVersion\": 2", "b.json(2): the baseline has format version 2, but this suite reads version 1")]
    [InlineData("\"reason\": \"known\", \"found\": \"y\"", "\"reason\": \" \", \"found\": \"y\"", "b.json(6): the failure of 'b' has no reason. Enter in \"reason\" why")]
    [InlineData("\"clause\": \"b\"", "\"clause\": \"a\"", "b.json(6): 'a' is listed twice. Remove one")]
    [InlineData("\"clause\": \"c\"", "\"clause\": \"a\"", "b.json(9): 'a' is listed twice. Remove one")]
    [InlineData("\"found\": \"y\" }", "\"found\": \"y\"", "b.json(7): this is not a baseline")]
    [InlineData("\"found\": \"y\"", "\"find\": \"y\"", "b.json(6): this is not a baseline")]
    [InlineData("\"why\": \"z\"", "\"why\": null", "b.json(9): this is not a baseline")]
    [InlineData("\"a\": 1, \"b\"", "\"a\": 1, \"a\"", "b.json(11): this is not a baseline")]
    [InlineData("\"a\": 1,", "\"a\": \"one\",", "b.json(11): this is not a baseline")]
    public void A_mistake_is_told_with_its_line(string right, string wrong, string message)
    {
        Assert.Contains(right, Whole);
        var mistake = Assert.Throws<FormatException>(() => ConformanceBaseline.Parse(Whole.Replace(right, wrong, StringComparison.Ordinal), "b.json"));

        Assert.StartsWith(message, mistake.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("<<<<<<< HEAD")]
    public void What_is_no_baseline_at_all_is_told_with_the_fix(string text)
    {
        var mistake = Assert.Throws<FormatException>(() => ConformanceBaseline.Parse(text, "b.json"));

        Assert.StartsWith("b.json(1): this is not a baseline", mistake.Message);
        Assert.EndsWith("CONFORMANCE_BASELINE_UPDATE=1.", mistake.Message);
    }
}
