using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Linearization;

/// <summary>
/// Observations for an order of a history's calls in which the step function gives every answer that came, such that no call comes
/// before one that had ended when it began. The search is that of Wing and Gong with Lowe's memory of what was tried:
/// which calls are placed and which state they lead to.
/// </summary>
internal sealed class Linearizer(SuiteModel model, long maxSteps)
{
    /// <summary>A bound that lets histories of a thousand calls of a few clients through, and ends the hopeless ones within seconds.</summary>
    public const long DefaultMaxSteps = 400_000;

    public HistoryJudgement Judge(History history) => new Search(model, maxSteps, history).Run();

    private sealed class Search
    {
        private readonly SuiteModel _model;
        private readonly long _maxSteps;
        private readonly History _history;
        private readonly HistoryCall[] _calls;
        private readonly int[] _order;
        private readonly bool[] _placed;
        private readonly LinearizedSet _set;
        private readonly HashSet<(LinearizedSet, SearchKey)> _tried = [];
        private readonly List<Frame> _stack = [];
        private readonly SearchKeys _keys;
        private readonly int _known;
        private int _knownPlaced;
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
            _placed = new bool[_calls.Length];
            _set = new LinearizedSet(_calls.Length);
            _keys = new SearchKeys(model);
            _known = _calls.Count(c => c.Outcome is not null);
        }

        public HistoryJudgement Run()
        {
            var frame = new Frame(-1, _history.State, _history.Bindings, 0);
            while (true)
            {
                if (_knownPlaced == _known)
                {
                    return Result(HistoryVerdict.Linearizable);
                }

                if (Next(frame) is { } next)
                {
                    _stack.Add(frame);
                    Place(next.Index, true);
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

                Place(frame.Index, false);
                frame = _stack[^1];
                _stack.RemoveAt(_stack.Count - 1);
            }
        }

        private HistoryJudgement Result(HistoryVerdict verdict) => new(verdict, _longest, verdict == HistoryVerdict.Linearizable ? null : _stuck, _steps);

        /// <summary>The next call that can be placed after a frame and leads to something that was not tried yet.</summary>
        private Frame? Next(Frame frame)
        {
            // Whatever begins after the first end among the calls not placed must come after that call.
            var firstEnd = long.MaxValue;
            for (var at = 0; at < _order.Length; at++)
            {
                var call = _calls[_order[at]];
                if (!_placed[_order[at]])
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
                if (_placed[index])
                {
                    continue;
                }

                if (_steps++ > _maxSteps)
                {
                    return null;
                }

                if (Try(frame, index) is { } next)
                {
                    _set.Flip(index);
                    var isNew = _tried.Add((_set.Copy(), _keys.Of(next.State, next.Bindings)));
                    _set.Flip(index);
                    if (isNew)
                    {
                        frame.NextAt++;
                        return next;
                    }
                }
            }

            return null;
        }

        /// <summary>The frame after a call; null where its answer does not fit there.</summary>
        private Frame? Try(Frame frame, int index)
        {
            var call = _calls[index];
            var now = _history.Now + _stack.Count + 1;
            var report = _model.Suite.Step(frame.State, call.Call, now);
            if (call.Outcome is null || (report.Refusal is not null && _model.Operation(call.Call.Operation).IsEnvironment))
            {
                // Nobody knows what came of it; or it came too late for the environment, which answers to that as it likes.
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

        private void Place(int index, bool isPlaced)
        {
            _placed[index] = isPlaced;
            _set.Flip(index);
            if (_calls[index].Outcome is not null)
            {
                _knownPlaced += isPlaced ? 1 : -1;
            }
        }
    }

    /// <summary>A call that was placed, with what it led to.</summary>
    private sealed class Frame(int index, object state, Bindings bindings, int nextAt)
    {
        public int Index { get; } = index;

        public object State { get; } = state;

        public Bindings Bindings { get; } = bindings;

        /// <summary>From where on in the order of starts the next call is looked for.</summary>
        public int NextAt { get; set; } = nextAt;
    }
}
