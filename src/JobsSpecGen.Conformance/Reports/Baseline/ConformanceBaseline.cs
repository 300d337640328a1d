using JobsSpecGen.Conformance.Reports.Baseline;
using JobsSpecGen.Conformance.Reports.Formats;

namespace JobsSpecGen.Conformance;

/// <summary>
/// The known results of a backend: its failures, each with the reason why it is accepted, the clauses that could not be verified, and the
/// number of test cases. The file is committed with the backend. A run that differs from it fails.
/// </summary>
public sealed class ConformanceBaseline
{
    private readonly BaselineDocument _document;

    private ConformanceBaseline(BaselineDocument document) => _document = document;

    /// <summary>Creates the baseline that a run matches.</summary>
    /// <param name="report">The report of the run.</param>
    /// <param name="previous">
    /// The previous baseline, whose reasons are kept. The reason of a new failure is empty, and a person must fill it in.
    /// </param>
    /// <exception cref="InvalidOperationException">A test case of the run has an error, so its results are incomplete.</exception>
    public static ConformanceBaseline From(ConformanceReport report, ConformanceBaseline? previous = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Cases.FirstOrDefault(c => c.Verdict == Verdict.Error) is { } broken
            ? throw new InvalidOperationException($"A baseline cannot be created from a run with an error of the suite or the adapter: {broken.Name}: {broken.Reason}")
            : new(BaselineSnapshot.Of(report, previous?._document));
    }

    /// <summary>Parses a baseline that <see cref="ToJson"/> wrote and a person completed.</summary>
    /// <param name="json">The text.</param>
    /// <param name="file">The name of the file, for messages.</param>
    /// <exception cref="FormatException">
    /// The text is not a baseline, or a failure has no reason. The message has the file, the line and the fix.
    /// </exception>
    public static ConformanceBaseline Parse(string json, string file) => new(BaselineReader.Read(json, file, mayLackReasons: false));

    /// <summary>Reads a baseline from a file.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="FormatException">
    /// The file is not a baseline, or a failure has no reason. The message has the file, the line and the fix.
    /// </exception>
    /// <exception cref="FileNotFoundException">The file does not exist. The message says how to create it.</exception>
    public static ConformanceBaseline Load(string file) => Load(file, mayLackReasons: false);

    internal static ConformanceBaseline Load(string file, bool mayLackReasons) => File.Exists(file)
        ? new(BaselineReader.Read(File.ReadAllText(file), file, mayLackReasons))
        : throw new FileNotFoundException($"The baseline file {file} does not exist. Create it by a run with {ConformanceOptions.UpdateBaselineVariable}=1, enter a reason for each failure, and commit it.", file);

    /// <summary>Formats the baseline as JSON in the order of the spec, with a line for each value, so that diffs are readable.</summary>
    public string ToJson() => BaselineJson.Write(_document);

    /// <summary>Writes <see cref="ToJson"/> to a file atomically.</summary>
    /// <param name="file">The file. Its folder is created if it does not exist.</param>
    /// <param name="cancellationToken">Cancels writing. The file is then unchanged.</param>
    public Task SaveAsync(string file, CancellationToken cancellationToken = default) => AtomicFile.WriteAsync(file, ToJson(), cancellationToken);

    /// <summary>Compares a run with this baseline.</summary>
    /// <param name="report">The report of the run.</param>
    /// <param name="file">The name of the baseline file, for messages.</param>
    public BaselineComparison Compare(ConformanceReport report, string file)
    {
        ArgumentNullException.ThrowIfNull(report);
        var current = BaselineSnapshot.Of(report, _document);
        var differences = new BaselineComparer(_document, current, report).Differences();
        return new(
            file,
            differences,
            _document.Failures.ToDictionary(f => f.Clause, f => f.Reason.Length == 0 ? "(no reason given yet)" : f.Reason, StringComparer.Ordinal),
            differences.Count == 0 ? "" : LineDiff.Of(ToJson(), BaselineJson.Write(current)));
    }
}
