namespace JobsSpecGen.Tests.Layers;

/// <summary>The layers of <c>src/JobsSpecGen.Conformance</c>, lowest first. A folder may use only folders listed before it.</summary>
internal static class EngineLayers
{
    public static LayeredProject Project { get; } = new("JobsSpecGen.Conformance", "JobsSpecGen.Conformance",
    [
        // What a suite, a target and a result are.
        new("Messages", "HTTP requests and responses as they are sent, and how they are shown."),
        new("Contract", "What a suite and a target are: the spec as data, values, outcomes, options and capabilities."),
        new("Results", "What a run results in: verdicts, findings and the report as data."),

        // The step function.
        new("Model", "The step function seen generically: the oracle, traces, replay and the origin of each field."),
        new("Inputs", "Requests and values to test with: samples, boundary values, fresh names, the alphabet and the seed."),
        new("Comparison", "Compares the expected with the actual outcome, and binds the values that the backend chooses."),
        new("Exploration", "Explores the step function: witnesses, the transition graph and the calls that observe a state."),
        new("Linearization", "Histories of concurrent clients, and the search for a linearization."),
        new("Mutants", "Mutants of the step function and of its host."),

        // The backend.
        new("Transport/Codec", "Encodes calls as HTTP requests and decodes responses, by the bindings of the spec."),
        new("Transport/Raw", "Sends a request byte by byte on a connection of its own."),
        new("Transport/Arranging", "Performs environment actions on a backend behind HTTP."),
        new("Transport/Http", "The target behind HTTP."),

        // One test case.
        new("Cases", "What a test case does, as data."),
        new("Execution", "Executes one test case: calls, observations and the test context."),
        new("Explanation", "The parts that all failure messages share."),
        new("Attribution", "Attributes a deviation to the clause that it violates."),

        // The techniques, each with its plan, its execution and its explanation.
        new("Techniques/Directed", "Test cases for each clause, constraint and transition; dry run, diagnosis and shrinking."),
        new("Techniques/Clock", "Test cases that move the clock of the backend."),
        new("Techniques/Randomized", "Random sequences of calls."),
        new("Techniques/Concurrent", "Concurrent clients on one partition: plan, execution, judgement and failure message."),
        new("Techniques/Restart", "Restarts of the backend, at rest and under load."),
        new("Techniques/Wire", "Raw requests, and what all responses have in common."),

        // The run.
        new("Planning", "The plan of a suite: the test cases of all techniques."),
        new("Session", "A backend under test with everything that executes test cases against it."),
        new("Reports/Document", "The report as a document that all formats are made from."),
        new("Reports/Formats", "The report as Markdown, JUnit XML and a badge."),
        new("Reports/Html", "The report as an HTML page."),
        new("Reports/Baseline", "The baseline of known failures."),
        new("Reports", "Builds the report of a run and writes its files."),
        new("SelfCheck", "The quick self-check of a run, by backends that are wrong on purpose."),
        new("Run", "One run of a suite against one backend."),
        new("SelfProof", "Runs a suite against all mutants of its spec and against faulty hosts."),
    ]);
}
