using JobsSpecGen.Conformance.Reports.Formats;

namespace JobsSpecGen.Conformance.Reports;

/// <summary>What the options of a run want of its report: to be held against a baseline, and to be written down.</summary>
internal sealed class ReportOutput
{
    private readonly ConformanceOptions _options;
    private readonly string? _file;
    private readonly ConformanceBaseline? _baseline;

    /// <summary>Reads the baseline before anything is called, so that a mistake in it does not cost a run.</summary>
    public ReportOutput(ConformanceOptions options, string backend)
    {
        _options = options;
        _file = options.BaselineFile?.Replace("{backend}", SafeName.Of(backend), StringComparison.Ordinal);
        if (_file is not null && (!options.UpdateBaseline || File.Exists(_file)))
        {
            _baseline = ConformanceBaseline.Load(_file, mayLackReasons: options.UpdateBaseline);
        }
    }

    /// <summary>Completes the report and writes it.</summary>
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

        // Of a run in which something broke not everything is known: the file stays as it is then.
        if (_file is not null && _options.UpdateBaseline && report.Cases.All(c => c.Verdict != Verdict.Error))
        {
            baseline = ConformanceBaseline.From(report, _baseline);
            await baseline.SaveAsync(_file, cancellationToken).ConfigureAwait(false);
        }

        return baseline is null ? report : report with { Baseline = baseline.Compare(report, _file!) };
    }
}
