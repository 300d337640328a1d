using JobsSpecGen.Conformance.Reports.Formats;

namespace JobsSpecGen.Conformance.Reports;

/// <summary>Compares the report of a run with a baseline, and writes the baseline and the report to files, as the options of the run say.</summary>
internal sealed class ReportOutput
{
    private readonly ConformanceOptions _options;
    private readonly string? _file;
    private readonly ConformanceBaseline? _baseline;

    /// <summary>Reads the baseline before the backend is called, so that an invalid file is reported before the run and not after it.</summary>
    public ReportOutput(ConformanceOptions options, string backend)
    {
        _options = options;
        _file = options.BaselineFile?.Replace("{backend}", SafeName.Of(backend), StringComparison.Ordinal);
        if (_file is not null && (!options.UpdateBaseline || File.Exists(_file)))
        {
            _baseline = ConformanceBaseline.Load(_file, mayLackReasons: options.UpdateBaseline);
        }
    }

    /// <summary>Adds the baseline comparison to the report and writes the report.</summary>
    public async Task<ConformanceReport> CompleteAsync(ConformanceReport report, CancellationToken cancellationToken)
    {
        var complete = await CompareAsync(report, cancellationToken).ConfigureAwait(false);
        if (_options.ReportsFolder is { } folder)
        {
            await ConformanceReports.WriteAsync(complete, folder, cancellationToken).ConfigureAwait(false);
        }

        return complete;
    }

    private async Task<ConformanceReport> CompareAsync(ConformanceReport report, CancellationToken cancellationToken)
    {
        var baseline = _baseline;

        // The verdicts of a run with an error are incomplete, so such a run does not update the file.
        if (_file is not null && _options.UpdateBaseline && report.Cases.All(c => c.Verdict != Verdict.Error))
        {
            baseline = ConformanceBaseline.From(report, _baseline);
            await baseline.SaveAsync(_file, cancellationToken).ConfigureAwait(false);
        }

        return baseline is null ? report : report with { Baseline = baseline.Compare(report, _file!) };
    }
}
