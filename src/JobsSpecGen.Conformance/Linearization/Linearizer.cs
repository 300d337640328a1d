using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Linearization;

/// <summary>
/// Searches a linearization of a history: an order of its calls in which the step function produces every observed outcome, and in which
/// no call precedes a call that had ended before it started. The algorithm is that of Wing and Gong with Lowe's memoization:
/// a combination of linearized calls and resulting state is visited only once.
/// </summary>
internal sealed class Linearizer(SuiteModel model, long maxSteps)
{
    /// <summary>The default bound. It suffices for histories with a thousand calls of a few clients, and limits an unsuccessful search to seconds.</summary>
    public const long DefaultMaxSteps = 400_000;

    public HistoryJudgement Judge(History history) => new Search(model, maxSteps, history).Run();

    private sealed class Search
    {
        private readonly SuiteModel _model;
        private readonly long _maxSteps;
        private readonly History _history;
        private readonly HistoryCall[] _calls;
        private readonly int[] _order;
        private readonly bool[] _isLinearized;
        private readonly LinearizedSet _linearized;
        private readonly HashSet<(LinearizedSet, SearchKey)> _visited = [];
        private readonly List<Frame> _stack = [];
        private readonly SearchKeys _keys;
        private readonly int _knownCount;
        private int _knownLinearized;
        private long _steps;
        private IReadOnlyList<int> _longest = [];
        private StuckCall? _stuck;

        public Search(SuiteModel model, long maxSteps, History history)
        {
            _model = model;
            _maxSteps = maxSteps;
            _history = history;
            _calls = [.. history.Calls];
            _order = [.. Enumerable.Range(0, _calls.Length).OrderBy(i => _calls[i].Start)];
            _isLinearized = new bool[_calls.Length];
            _linearized = new LinearizedSet(_calls.Length);
            _keys = new SearchKeys(model);
            _knownCount = _calls.Count(c => c.Outcome is not null);
        }

        public HistoryJudgement Run()
        {
            var frame = new Frame(-1, _history.State, _history.Bindings, 0);
            while (true)
            {
                if (_knownLinearized == _knownCount)
                {
                    return Result(HistoryVerdict.Linearizable);
                }

                if (Next(frame) is { } next)
                {
                    _stack.Add(frame);
                    SetLinearized(next.Index, true);
                    frame = next;
                    continue;
                }

                if (_steps > _maxSteps)
                {
                    return Result(HistoryVerdict.Undecided);
                }

                if (_stack.Count == 0)
                {
                    return Result(HistoryVerdict.NotLinearizable);
                }

                SetLinearized(frame.Index, false);
                frame = _stack[^1];
                _stack.RemoveAt(_stack.Count - 1);
            }
        }

        private HistoryJudgement Result(HistoryVerdict verdict) => new(verdict, _longest, verdict == HistoryVerdict.Linearizable ? null : _stuck, _steps);

        /// <summary>Finds the next call that can be linearized after a frame and that leads to a combination that was not visited yet.</summary>
        private Frame? Next(Frame frame)
        {
            // A call that starts after the earliest end of the calls that are not linearized yet must follow the call with that end.
            var firstEnd = long.MaxValue;
            for (var at = 0; at < _order.Length; at++)
            {
                var call = _calls[_order[at]];
                if (!_isLinearized[_order[at]])
                {
                    if (call.Start > firstEnd)
                    {
                        break;
                    }

                    firstEnd = Math.Min(firstEnd, call.End);
                }
            }

            for (; frame.NextAt < _order.Length && _calls[_order[frame.NextAt]].Start <= firstEnd; frame.NextAt++)
            {
                var index = _order[frame.NextAt];
                if (_isLinearized[index])
                {
                    continue;
                }

                if (_steps++ > _maxSteps)
                {
                    return null;
                }

                if (Try(frame, index) is { } next)
                {
                    _linearized.Flip(index);
                    var isNew = _visited.Add((_linearized.Copy(), _keys.Of(next.State, next.Bindings)));
                    _linearized.Flip(index);
                    if (isNew)
                    {
                        frame.NextAt++;
                        return next;
                    }
                }
            }

            return null;
        }

        /// <summary>Returns the frame after a call, or null if the outcome of the call deviates at this position.</summary>
        private Frame? Try(Frame frame, int index)
        {
            var call = _calls[index];
            var now = _history.Now + _stack.Count + 1;
            var report = _model.Suite.Step(frame.State, call.Call, now);
            if (call.Outcome is null || (report.Refusal is not null && _model.Operation(call.Call.Operation).IsEnvironment))
            {
                // The outcome is unknown. Or the oracle refuses an environment action, which came too late; then its outcome is unspecified.
                return new(index, report.State, frame.Bindings, 0);
            }

            var bindings = frame.Bindings;
            if (_keys.HasSymbols)
            {
                bindings = bindings.Copy();
                bindings.SetWindow(now, call.Window.From, call.Window.To);
            }

            var deviations = OutcomeComparer.Compare(_model, bindings, call.Call, report, call.Outcome);
            if (deviations.Count == 0)
            {
                return new(index, call.Outcome is CallOutcome.Answered || report.Refusal is not null ? report.State : frame.State, bindings, 0);
            }

            if (_stack.Count >= _longest.Count || _stuck is null)
            {
                _longest = [.. _stack.Append(frame).Where(f => f.Index >= 0).Select(f => f.Index)];
                _stuck = new(index, report, deviations, frame.State);
            }

            return null;
        }

        private void SetLinearized(int index, bool isLinearized)
        {
            _isLinearized[index] = isLinearized;
            _linearized.Flip(index);
            if (_calls[index].Outcome is not null)
            {
                _knownLinearized += isLinearized ? 1 : -1;
            }
        }
    }

    /// <summary>A linearized call with the state and the bindings after it.</summary>
    private sealed class Frame(int index, object state, Bindings bindings, int nextAt)
    {
        public int Index { get; } = index;

        public object State { get; } = state;

        public Bindings Bindings { get; } = bindings;

        /// <summary>The position, in the order of starts, at which the search for the next call continues.</summary>
        public int NextAt { get; set; } = nextAt;
    }
}
