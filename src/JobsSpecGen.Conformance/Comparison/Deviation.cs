namespace JobsSpecGen.Conformance.Comparison;

/// <summary>In which way an outcome is not the expected one.</summary>
internal enum DeviationKind
{
    /// <summary>An exception that is no error of the spec.</summary>
    Broke,

    /// <summary>Refused, with an error that is none of those that apply.</summary>
    WrongError,

    /// <summary>Refused instead of answered.</summary>
    UnexpectedRefusal,

    /// <summary>Answered instead of refused.</summary>
    UnexpectedAnswer,

    /// <summary>The answer breaks a constraint of its shape.</summary>
    Constraint,

    /// <summary>A member has another value.</summary>
    Value,

    /// <summary>A value that the backend picks is not the same, or not distinct, where it must be.</summary>
    Identity,

    /// <summary>A timestamp is not in its call's window, or not in order.</summary>
    Time,

    /// <summary>A member is not there.</summary>
    Missing,

    /// <summary>A member is there that should not be.</summary>
    Extra,

    /// <summary>A list has another number of elements.</summary>
    Count,
}

/// <summary>One difference between what the oracle expects and what came.</summary>
/// <param name="Kind">In which way it differs.</param>
/// <param name="Path">The member; empty for the outcome as a whole.</param>
/// <param name="Expected">What was expected, for a reader.</param>
/// <param name="Actual">What came, for a reader.</param>
internal sealed record Deviation(DeviationKind Kind, string Path, string Expected, string Actual)
{
    /// <summary>For a broken constraint: its clause.</summary>
    public string? Clause { get; init; }

    /// <summary>The path with <c>[]</c> for every element of a list.</summary>
    public string Pattern => System.Text.RegularExpressions.Regex.Replace(Path, @"\[\d+\]", "[]");

    /// <inheritdoc/>
    public override string ToString() => (Path.Length == 0 ? "" : Path + ": ") + $"expected {Expected}, got {Actual}";
}
