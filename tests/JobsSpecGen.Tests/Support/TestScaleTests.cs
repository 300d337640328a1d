namespace JobsSpecGen.Tests.Support;

/// <summary>A reduced test still tries something of each kind, and a misspelt variable is not taken for the default.</summary>
public class TestScaleTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("reduced", false)]
    [InlineData("full", true)]
    public void The_variable_selects_the_scale(string? value, bool isFull) => Assert.Equal(isFull, TestScale.IsFullOf(value));

    [Theory]
    [InlineData("Full")]
    [InlineData("1")]
    public void Any_other_value_is_refused_with_those_that_are_allowed(string value)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => TestScale.IsFullOf(value));
        Assert.Equal($"The environment variable JOBSSPECGEN_TESTS is '{value}'. Set it to 'full' for all tests, or to 'reduced' (the default).", refusal.Message);
    }

    [Theory]
    [InlineData(1, "0 1 2 3 4 5 6")]
    [InlineData(3, "0 3 6")]
    [InlineData(4, "0 4 6")]
    [InlineData(99, "0 6")]
    public void Every_nth_case_and_the_last_are_left(int n, string left) =>
        Assert.Equal(left, string.Join(' ', TestScale.EveryNthOf(n, [.. Enumerable.Range(0, 7)])));

    [Fact]
    public void The_first_cases_of_each_kind_are_left() =>
        Assert.Equal(["a1", "a2", "b1", "c1", "c2"], TestScale.SomeOfEachOf(2, ["a1", "b1", "a2", "c1", "a3", "c2", "c3"], name => name[0]));
}
