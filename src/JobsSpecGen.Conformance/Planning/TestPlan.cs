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

/// <summary>The plan with what a run needs besides the cases' names.</summary>
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
        Cases =
        [
            .. witnesses,
            .. ScenarioCases.Of(Model, names),
            .. new TransitionCases(Model, Alphabet, Exploration, names).All(),
            .. new BoundaryCases(Model, Alphabet.Classes.Samples, Exploration, names).All(),
            .. new NeighbourCases(Model, Alphabet, Exploration, names).All(),
            .. new IsolationCases(Model, Alphabet.Classes.Samples, Exploration, names).All(),
        ];
        Live =
        [
            .. new ExplorationCases(Model, Alphabet, Exploration, Observations, names).All(),
            RandomCases.Only,
            .. RaceCases.Of(Model),
            .. RestartCases.Of(Model),
            .. new ClockCases(Model, Exploration).All(),
        ];
        Wire = [.. new WireCases(Model, Alphabet.Classes.Samples, Exploration, names).All()];
        Races = new(Model, Alphabet, Exploration, Observations);
        Planned = [.. Cases.Concat(Live).Select(c => c.Planned)];
    }

    public SuiteModel Model { get; }

    public Alphabet Alphabet { get; }

    public ObservationCalls Observations { get; }

    public ExplorationResult Exploration { get; }

    /// <summary>The directed cases: each is about a clause or is an example of the spec.</summary>
    public IReadOnlyList<TestCase> Cases { get; }

    /// <summary>Walks through the small world, sequences at random, clients at once and restarts: for what nobody thought of.</summary>
    public IReadOnlyList<TestCase> Live { get; }

    /// <summary>Raw requests, for backends that are reached over HTTP.</summary>
    public IReadOnlyList<TestCase> Wire { get; }

    /// <summary>The situations in which clients are let loose.</summary>
    public RaceSituations Races { get; }

    public IReadOnlyList<PlannedCase> Planned { get; }

    /// <summary>Why a clause has no case; null where it has one or where nothing is known.</summary>
    public string WhyNoCase(ClauseInfo clause)
    {
        if (IsOfWire(clause))
        {
            return $"the backend is not reached over HTTP; it is by {nameof(HttpTarget)}";
        }

        var points = Model.Spec.Points.Where(p => p.Clause == clause.Id).ToList();
        return points.Any(p => Exploration.Witnesses[p.Index].Count > 0)
            ? "no operation shows it"
            : points.Count > 0
                ? $"no trace of up to {Exploration.Steps} steps tried reaches it"
                : "the suite has no case for it";
    }

    public bool IsHidden(ClauseInfo clause) => IsOfWire(clause) ||
        Model.Spec.Points.Any(p => p.Clause == clause.Id && Exploration.Witnesses[p.Index].Count > 0);

    private bool IsOfWire(ClauseInfo clause) => Model.Spec.WireClauses.Values.Contains(clause.Id);
}
