namespace JobsSpecGen.Conformance.Tests.Reports;

/// <summary>The error for an invalid baseline has the file, the line and the fix.</summary>
public class InvalidBaselineTests
{
    private const string ValidBaseline = """
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
    public void Valid_baseline_can_be_read() => ConformanceBaseline.Parse(ValidBaseline, "b.json");

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
    public void Error_has_its_line(string valid, string invalid, string message)
    {
        Assert.Contains(valid, ValidBaseline);
        var error = Assert.Throws<FormatException>(() => ConformanceBaseline.Parse(ValidBaseline.Replace(valid, invalid, StringComparison.Ordinal), "b.json"));

        Assert.StartsWith(message, error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("<<<<<<< HEAD")]
    public void Error_for_text_that_is_not_a_baseline_has_the_fix(string text)
    {
        var error = Assert.Throws<FormatException>(() => ConformanceBaseline.Parse(text, "b.json"));

        Assert.StartsWith("b.json(1): this is not a baseline", error.Message);
        Assert.EndsWith("CONFORMANCE_BASELINE_UPDATE=1.", error.Message);
    }
}
