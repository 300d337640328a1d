using JobsSpecGen.Conformance.Reports.Baseline;
using JobsSpecGen.Conformance.Reports.Formats;

namespace JobsSpecGen.Conformance;

/// <summary>
/// What a backend is known to do: its failures, each with the reason why it is accepted, what could not be verified, and
/// how many tests there were. It is committed beside the backend; a run that differs from it fails.
/// </summary>
public sealed class ConformanceBaseline
{
    private readonly BaselineDocument _document;

    private ConformanceBaseline(BaselineDocument document) => _document = document;

    /// <summary>The baseline that a run keeps.</summary>
    /// <param name="report">The run.</param>
    /// <param name="previous">The baseline before, whose reasons are kept. New failures have an empty one, which a person must fill in.</param>
    /// <exception cref="InvalidOperationException">The suite or the adapter broke on a case, so that not everything is known.</exception>
    public static ConformanceBaseline From(ConformanceReport report, ConformanceBaseline? previous = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Cases.FirstOrDefault(c => c.Verdict == Verdict.Error) is { } broken
            ? throw new InvalidOperationException($"No baseline can be made of a run in which the suite or the adapter broke: {broken.Name}: {broken.Reason}")
            : new(BaselineSnapshot.Of(report, previous?._document));
    }

    /// <summary>Reads a baseline that <see cref="ToJson"/> wrote and a person completed.</summary>
    /// <param name="json">The text.</param>
    /// <param name="file">The name of its file, for messages.</param>
    /// <exception cref="FormatException">It is no baseline, or a failure has no reason. The message names file, line and fix.</exception>
    public static ConformanceBaseline Parse(string json, string file) => new(BaselineReader.Read(json, file, mayLackReasons: false));

    /// <summary>Reads a baseline from its file.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="FormatException">It is no baseline, or a failure has no reason. The message names file, line and fix.</exception>
    /// <exception cref="FileNotFoundException">There is no such file. The message says how to write it.</exception>
    public static ConformanceBaseline Load(string file) => Load(file, mayLackReasons: false);

    internal static ConformanceBaseline Load(string file, bool mayLackReasons) => File.Exists(file)
        ? new(BaselineReader.Read(File.ReadAllText(file), file, mayLackReasons))
        : throw new FileNotFoundException($"There is no baseline {file}. Write it by a run with {ConformanceOptions.UpdateBaselineVariable}=1, give each failure its reason, and commit it.", file);

    /// <summary>The baseline as text: JSON with a line for everything that may change, in the order of the spec.</summary>
    public string ToJson() => BaselineJson.Write(_document);

    /// <summary>Writes <see cref="ToJson"/> into a file, whole or not at all.</summary>
    /// <param name="file">The file; its folder is made if need be.</param>
    /// <param name="cancellationToken">Stops before the file is there.</param>
    public Task SaveAsync(string file, CancellationToken cancellationToken = default) => AtomicFile.WriteAsync(file, ToJson(), cancellationToken);

    /// <summary>Holds a run against this baseline.</summary>
    /// <param name="report">The run.</param>
    /// <param name="file">The name of the baseline's file, for messages.</param>
    public BaselineComparison Compare(ConformanceReport report, string file)
    {
        ArgumentNullException.ThrowIfNull(report);
        var now = BaselineSnapshot.Of(report, _document);
        var differences = new BaselineComparer(_document, now, report).Differences();
        return new(
            file,
            differences,
            _document.Failures.ToDictionary(f => f.Clause, f => f.Reason.Length == 0 ? "(the reason is still to be given)" : f.Reason, StringComparer.Ordinal),
            differences.Count == 0 ? "" : LineDiff.Of(ToJson(), BaselineJson.Write(now)));
    }
}
