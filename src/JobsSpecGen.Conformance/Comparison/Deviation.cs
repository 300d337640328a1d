namespace JobsSpecGen.Conformance.Comparison;

/// <summary>The kind of a deviation.</summary>
internal enum DeviationKind
{
    /// <summary>An exception that is not an error of the spec, or a timeout.</summary>
    Broke,

    /// <summary>The call was refused with an error that does not apply.</summary>
    WrongError,

    /// <summary>The call was refused instead of accepted.</summary>
    UnexpectedRefusal,

    /// <summary>The call was accepted instead of refused.</summary>
    UnexpectedAnswer,

    /// <summary>The response violates a constraint of its shape.</summary>
    Constraint,

    /// <summary>A member has a wrong value.</summary>
    Value,

    /// <summary>A server-chosen number differs from its binding, or is not distinct in its scope.</summary>
    Identity,

    /// <summary>A timestamp differs from its binding, is outside the time window of its call, or violates the order.</summary>
    Time,

    /// <summary>A member is absent that should be present.</summary>
    Missing,

    /// <summary>A member is present that should be absent.</summary>
    Extra,

    /// <summary>A list has a wrong number of elements.</summary>
    Count,
}

/// <summary>A deviation: one difference between the expected and the actual outcome of a call.</summary>
/// <param name="Kind">The kind of the deviation.</param>
/// <param name="Path">The path of the member; empty for the outcome as a whole.</param>
/// <param name="Expected">The expected value as text.</param>
/// <param name="Actual">The actual value as text.</param>
internal sealed record Deviation(DeviationKind Kind, string Path, string Expected, string Actual)
{
    /// <summary>For a violated constraint: its clause.</summary>
    public string? Clause { get; init; }

    /// <summary>The path with <c>[]</c> instead of each list index.</summary>
    public string Pattern => System.Text.RegularExpressions.Regex.Replace(Path, @"\[\d+\]", "[]");

    /// <inheritdoc/>
    public override string ToString() => (Path.Length == 0 ? "" : Path + ": ") + $"expected {Expected}, got {Actual}";
}
