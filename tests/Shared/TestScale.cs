namespace JobsSpecGen.TestSupport;

/// <summary>
/// How much the tests try. By default the long ones try a fixed part of their cases, so that the whole test command takes minutes;
/// with <c>JOBSSPECGEN_TESTS=full</c>, which continuous integration sets, they try all. The table in <c>tests/README.md</c> lists
/// each reduction and why the rest still proves something.
/// </summary>
internal static class TestScale
{
    /// <summary>The environment variable that selects the scale: <c>full</c>, or <c>reduced</c>, which is the default.</summary>
    public const string Variable = "JOBSSPECGEN_TESTS";

    /// <summary>Whether every case is tried.</summary>
    public static bool IsFull { get; } = IsFullOf(Environment.GetEnvironmentVariable(Variable));

    /// <summary>What the value of the variable means.</summary>
    /// <exception cref="InvalidOperationException">It is neither of the two values.</exception>
    public static bool IsFullOf(string? value) => value switch
    {
        null or "" or "reduced" => false,
        "full" => true,
        _ => throw new InvalidOperationException($"The environment variable {Variable} is '{value}'. Set it to 'full' for all tests, or to 'reduced' (the default)."),
    };

    /// <summary>One of two numbers or options.</summary>
    public static T Choose<T>(T full, T reduced) => IsFull ? full : reduced;

    /// <summary>All cases; reduced, every n-th of them and the last. For cases that lie in an order, such as their size, or in none.</summary>
    public static IEnumerable<T> EveryNth<T>(int n, IReadOnlyList<T> cases) => IsFull ? cases : EveryNthOf(n, cases);

    /// <summary>All cases; reduced, the first cases of each kind. For cases whose kind decides which code they go through.</summary>
    public static IEnumerable<T> SomeOfEach<T, TKind>(int count, IEnumerable<T> cases, Func<T, TKind> kind) => IsFull ? cases : SomeOfEachOf(count, cases, kind);

    /// <summary>Skips a test that has no smaller form.</summary>
    public static void SkipUnlessFull() => Xunit.Assert.SkipUnless(IsFull, $"This test runs where {Variable} is 'full', as in continuous integration.");

    internal static IEnumerable<T> EveryNthOf<T>(int n, IReadOnlyList<T> cases) => cases.Where((_, i) => i % n == 0 || i == cases.Count - 1);

    internal static IEnumerable<T> SomeOfEachOf<T, TKind>(int count, IEnumerable<T> cases, Func<T, TKind> kind) =>
        cases.GroupBy(kind).SelectMany(group => group.Take(count));
}
