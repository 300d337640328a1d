using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Exploration;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Techniques.Clock;
using JobsSpecGen.Conformance.Techniques.Concurrent;
using JobsSpecGen.Conformance.Techniques.Directed;
using JobsSpecGen.Conformance.Techniques.Randomized;
using JobsSpecGen.Conformance.Techniques.Restart;
using JobsSpecGen.Conformance.Techniques.Wire;

namespace JobsSpecGen.Conformance.Planning;

/// <summary>All test cases of a suite with the model, the alphabet and the exploration result from which they are derived.</summary>
internal sealed class TestPlan
{
    public TestPlan(ConformanceSuite suite)
    {
        Model = SuiteModel.Of(suite);
        Alphabet = new(Model);
        Observations = new(Model, Alphabet.Classes, Alphabet);
        Exploration = new Explorer(Model, Alphabet, Observations).Explore();

        var names = new CaseNames();
        IReadOnlyList<TestCase> witnesses = [.. new WitnessCases(Model, Alphabet, Exploration, names).All()];
        Directed =
        [
            .. witnesses,
            .. ScenarioCases.Of(Model, names),
            .. new TransitionCases(Model, Alphabet, Exploration, names).All(),
            .. new BoundaryCases(Model, Alphabet.Classes.Samples, Exploration, names).All(),
            .. new NeighbourCases(Model, Alphabet, Exploration, names).All(),
            .. new IsolationCases(Model, Alphabet.Classes.Samples, Exploration, names).All(),
        ];
        Exploratory =
        [
            .. new ExplorationCases(Model, Alphabet, Exploration, Observations, names).All(),
            RandomCases.Only,
            .. RaceCases.Of(Model),
            .. RestartCases.Of(Model),
            .. new ClockCases(Model, Exploration).All(),
        ];
        Wire = [.. new WireCases(Model, Alphabet.Classes.Samples, Exploration, names).All()];
        Races = new(Model, Alphabet, Exploration, Observations);
        Planned = [.. Directed.Concat(Exploratory).Select(c => c.Planned)];
    }

    public SuiteModel Model { get; }

    public Alphabet Alphabet { get; }

    public ObservationCalls Observations { get; }

    public ExplorationResult Exploration { get; }

    /// <summary>The directed test cases. Each checks a clause or is an example of the spec.</summary>
    public IReadOnlyList<TestCase> Directed { get; }

    /// <summary>
    /// Walks through the transition graph, random sequences, concurrent clients, restarts and clock cases. They find deviations that no
    /// directed test case is designed for.
    /// </summary>
    public IReadOnlyList<TestCase> Exploratory { get; }

    /// <summary>Raw requests, for backends that are reached over HTTP.</summary>
    public IReadOnlyList<TestCase> Wire { get; }

    /// <summary>The situations in which concurrent clients start.</summary>
    public RaceSituations Races { get; }

    public IReadOnlyList<PlannedCase> Planned { get; }

    /// <summary>The reason why the plan has no test case for a clause.</summary>
    public string ReasonForNoCase(ClauseInfo clause)
    {
        if (IsOfWire(clause))
        {
            return $"the backend is not called over HTTP; derive the target from {nameof(HttpTarget)}";
        }

        var points = Model.Spec.Points.Where(p => p.Clause == clause.Id).ToList();
        return points.Any(p => Exploration.Witnesses[p.Index].Count > 0)
            ? "no operation can observe it"
            : points.Count > 0
                ? $"the exploration did not reach it in {Exploration.Steps} steps"
                : "the suite has no test case for it";
    }

    /// <summary>
    /// True if no test case against this target can verify a clause: it is a clause of the wire, or its points are reached but no
    /// operation can observe their effect.
    /// </summary>
    public bool IsNotVerifiable(ClauseInfo clause) => IsOfWire(clause) ||
        Model.Spec.Points.Any(p => p.Clause == clause.Id && Exploration.Witnesses[p.Index].Count > 0);

    private bool IsOfWire(ClauseInfo clause) => Model.Spec.WireClauses.Values.Contains(clause.Id);
}
