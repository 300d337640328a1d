using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Mutants;

namespace JobsSpecGen.Conformance.Attribution;

/// <summary>
/// Finds the mutants that match the backend. A mutant matches when it gives the outcome of every call of the failed case, the deviating
/// one included, and of every call of the passed cases. Where the matching mutants violate several clauses, those that match the most of the
/// other failed cases are kept.
/// </summary>
internal sealed class MutantMatcher(SuiteModel model)
{
    /// <summary>More failed cases do not distinguish mutants better.</summary>
    private const int MaxFailedCases = 100;

    private readonly Mutation[] _mutations = [.. RuleMutations.Of(model).Where(m => m.HostOperator != HostMutationOperator.SharesPartitions)];

    /// <summary>The number of conforming calls by context. A case that reuses the context later may fail.</summary>
    private readonly Dictionary<CaseContext, int> _passed = [];
    private readonly Dictionary<Mutation, int> _matchedPasses = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Mutation> _excluded = new(ReferenceEqualityComparer.Instance);
    private readonly List<CaseContext> _failed = [];
    private readonly Dictionary<Mutation, (int FailedCases, int Matched)> _weights = new(ReferenceEqualityComparer.Instance);
    private int _passedRecords;

    /// <summary>Records a passed case. A mutant that would have failed it does not match the backend.</summary>
    public void RecordPassed(CaseContext context)
    {
        if (!context.IsTolerant)
        {
            _passed[context] = context.Log.Count;
            _passedRecords++;
        }
    }

    /// <summary>Records a failed case.</summary>
    public void RecordFailed(CaseContext context)
    {
        if (!context.IsTolerant && _failed.Count < MaxFailedCases)
        {
            _failed.Add(context);
        }
    }

    /// <summary>The mutants that match all calls of a context.</summary>
    /// <param name="context">The test context of the failed case.</param>
    /// <param name="clause">The clause that the attribution rules found. A mutant that drops several effects is attributed to this clause where it is among them.</param>
    public IReadOnlyList<MutantInfo> MatchesOf(CaseContext context, string? clause)
    {
        if (context.IsTolerant || context.IsInconclusive)
        {
            return [];
        }

        var matching = _mutations.Where(m => !_excluded.Contains(m) && Matches(m, context, context.Log.Count) && MatchesPassedCases(m)).ToList();
        if (matching.Select(m => m.Info.Clause).Distinct().Count() > 1)
        {
            var most = matching.Max(Weight);
            matching.RemoveAll(m => Weight(m) < most);
        }

        return [.. matching.Select(m => clause is not null && m.Effects.Contains(clause) ? m.Info with { Clause = clause } : m.Info)];
    }

    /// <summary>The number of failed cases that a mutant matches.</summary>
    private int Weight(Mutation mutation)
    {
        if (!_weights.TryGetValue(mutation, out var known) || known.FailedCases != _failed.Count)
        {
            _weights[mutation] = known = (_failed.Count, _failed.Count(context => Matches(mutation, context, context.Log.Count)));
        }

        return known.Matched;
    }

    private bool MatchesPassedCases(Mutation mutation)
    {
        if (_matchedPasses.GetValueOrDefault(mutation) == _passedRecords)
        {
            return true;
        }

        if (_passed.Any(passed => IsRelevant(mutation, passed.Key) && !Matches(mutation, passed.Key, passed.Value)))
        {
            _excluded.Add(mutation);
            return false;
        }

        _matchedPasses[mutation] = _passedRecords;
        return true;
    }

    private static bool IsRelevant(Mutation mutation, CaseContext context) => context.Log.Exists(e => mutation.IsAbout(e.Call));

    private bool Matches(Mutation mutation, CaseContext context, int calls)
    {
        if (!IsRelevant(mutation, context))
        {
            return false;
        }

        var states = new MutantStates(model, mutation);
        var bindings = new Bindings(context.SeparatesStamps);
        foreach (var exchange in context.Log.Take(calls))
        {
            var call = RequestTranslator.Retranslate(model, context.Bindings, bindings, exchange.Call);
            if (states.Try(call, exchange.Stamp.Symbol) is not { } mutant)
            {
                return false;
            }

            var report = WithPointsOf(exchange.Expected, mutant);
            bindings.SetWindow(exchange.Stamp.Symbol, exchange.Stamp.From, exchange.Stamp.To);
            if (OmitsErrorData(report, exchange) || OutcomeComparer.Compare(model, bindings, exchange.Call, report, exchange.Actual, isMutant: true).Count > 0)
            {
                return false;
            }

            if (model.Points(exchange.Expected).Any(p => p.Kind == PointKind.Removed))
            {
                ServerChosenNumbers.UnbindRemoved(model, bindings, model.PartitionOf(exchange.Call), exchange.Before, exchange.Expected.State);
            }
        }

        return true;
    }

    /// <summary>Whether the mutant's refusal lacks error data that both the spec and the backend have.</summary>
    private static bool OmitsErrorData(StepReport report, Exchange exchange) =>
        report.Refusal is { Data.Members.Count: 0 } && exchange.Expected.Refusal is { Data.Members.Count: > 0 } && exchange.Actual is CallOutcome.Refused { Data.Members.Count: > 0 };

    /// <summary>
    /// A mutant does not report the points that it passes. Where it has the same outcome as the oracle, it takes the oracle's points,
    /// so that the alternatives that the spec accepts are accepted for the mutant too.
    /// </summary>
    private static StepReport WithPointsOf(StepReport expected, StepReport mutant) => expected.Refusal?.Error == mutant.Refusal?.Error
        ? mutant with { Points = expected.Points, Faults = expected.Faults }
        : mutant;
}
