namespace JobsSpecGen.Tests.Layers;

/// <summary>The layers of <c>src/JobsSpecGen.Conformance</c>, lowest first. A folder may use only folders above it in this list.</summary>
internal static class EngineLayers
{
    public static LayeredProject Project { get; } = new("JobsSpecGen.Conformance", "JobsSpecGen.Conformance",
    [
        new("Contract", "What a suite and a target are."),
        new("Model", "The step function, seen generically."),
        new("Sampling", "Sample values for requests."),
        new("Comparison", "Compares expected and actual outcomes."),
        new("Exploration", "Explores the step function for the shortest traces."),
        new("Planning", "Plans the test cases."),
        new("Execution", "Executes test cases against a target."),
        new("Concurrency", "Concurrent clients, their histories and linearizability."),
        new("Restarts", "Test cases that restart the target."),
        new("Wire", "Malformed requests below the HTTP client."),
        new("Wire/Cases", "The test cases of the wire format."),
        new("Attribution", "Attributes failures to clauses."),
        new("Reporting", "What a run reports."),
        new("Reporting/Baseline", "The baseline of known failures."),
        new("Reporting/Document", "The report as a document."),
        new("Reporting/Formats", "The report as Markdown and JUnit XML."),
        new("Reporting/Html", "The report as an HTML page."),
        new("SelfProof", "Mutants, and which test cases kill them."),
        new("SelfCheck", "The quick self-check of a run."),
        new(".", "The run."),
    ]);
}
