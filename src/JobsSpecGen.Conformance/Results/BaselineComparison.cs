using System.Text;
using JobsSpecGen.Conformance.Results;

namespace JobsSpecGen.Conformance;

/// <summary>In which way a run differs from its baseline.</summary>
public enum BaselineChange
{
    /// <summary>A clause that was verified is violated.</summary>
    Regression,

    /// <summary>A clause is violated that was not verified before, or that the baseline does not have.</summary>
    NewFailure,

    /// <summary>A known failure, or a clause that could not be verified, is verified now.</summary>
    UnexpectedPass,

    /// <summary>A clause, or a test of one, is not there or not verified any more.</summary>
    Vanished,

    /// <summary>A clause is violated, or not verified, as before, but for another reason.</summary>
    ChangedReason,

    /// <summary>The baseline was written for another spec.</summary>
    OtherSpec,
}

/// <summary>One difference between a run and its baseline.</summary>
/// <param name="Change">In which way it differs.</param>
/// <param name="Clause">The clause; null where it is about the run as a whole.</param>
/// <param name="Message">What was, and what is, in one line.</param>
public sealed record BaselineDifference(BaselineChange Change, string? Clause, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Labels.Of(Change)}: {(Clause is null ? "" : Clause + ": ")}{Message}";
}

/// <summary>What came of holding a run against its baseline.</summary>
/// <param name="File">The file.</param>
/// <param name="Differences">Where the run differs; each fails it. Empty: nowhere.</param>
/// <param name="Known">Why each violation that the baseline knows is accepted, by clause.</param>
/// <param name="Diff">What writing the file anew would change in it, line by line with <c>-</c> and <c>+</c>; empty: nothing.</param>
public sealed record BaselineComparison(
    string File,
    IReadOnlyList<BaselineDifference> Differences,
    IReadOnlyDictionary<string, string> Known,
    string Diff)
{
    /// <summary>The differences for a reader: one a line, the diff, and how to accept them.</summary>
    public override string ToString()
    {
        if (Differences.Count == 0)
        {
            return $"The run is what the baseline {File} says.";
        }

        var text = new StringBuilder($"The run is not what the baseline {File} says:\n");
        foreach (var difference in Differences)
        {
            text.Append("  ").Append(difference).Append('\n');
        }

        return text.Append('\n').Append(Diff)
            .Append($"\nIf that is meant, run once with {ConformanceOptions.UpdateBaselineVariable}=1, give each new failure its reason in the file, and commit it.").ToString();
    }
}
