using System.Text;
using JobsSpecGen.Conformance.Results;

namespace JobsSpecGen.Conformance;

/// <summary>The kind of a difference between a run and its baseline.</summary>
public enum BaselineChange
{
    /// <summary>A clause that was verified is violated.</summary>
    Regression,

    /// <summary>A clause is violated that was not verified before, or that the baseline does not contain.</summary>
    NewFailure,

    /// <summary>A known failure, or a clause that could not be verified, is verified now.</summary>
    UnexpectedPass,

    /// <summary>A clause or one of its test cases no longer exists or is no longer verified.</summary>
    Vanished,

    /// <summary>A clause is violated or not verified, as in the baseline, but for another reason.</summary>
    ChangedReason,

    /// <summary>The baseline was written for another spec.</summary>
    OtherSpec,
}

/// <summary>One difference between a run and its baseline.</summary>
/// <param name="Change">The kind of the difference.</param>
/// <param name="Clause">The clause; null if the difference concerns the whole run.</param>
/// <param name="Message">The old and the new value in one line.</param>
public sealed record BaselineDifference(BaselineChange Change, string? Clause, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Labels.Of(Change)}: {(Clause is null ? "" : Clause + ": ")}{Message}";
}

/// <summary>The result of comparing a run with its baseline.</summary>
/// <param name="File">The baseline file.</param>
/// <param name="Differences">The differences. Each of them fails the run. Empty if the run matches the baseline.</param>
/// <param name="Known">The reason why a known violation is accepted, by clause.</param>
/// <param name="Diff">The line diff, with <c>-</c> and <c>+</c>, between the file and its updated version; empty if they are equal.</param>
public sealed record BaselineComparison(
    string File,
    IReadOnlyList<BaselineDifference> Differences,
    IReadOnlyDictionary<string, string> Known,
    string Diff)
{
    /// <summary>Formats the differences, one per line, followed by the diff and instructions to accept them.</summary>
    public override string ToString()
    {
        if (Differences.Count == 0)
        {
            return $"The run matches the baseline {File}.";
        }

        var text = new StringBuilder($"The run differs from the baseline {File}:\n");
        foreach (var difference in Differences)
        {
            text.Append("  ").Append(difference).Append('\n');
        }

        return text.Append('\n').Append(Diff)
            .Append($"\nTo accept the differences, run once with {ConformanceOptions.UpdateBaselineVariable}=1, add a reason to each new failure in the file, and commit it.").ToString();
    }
}
