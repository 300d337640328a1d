using System.Globalization;

namespace JobsSpecGen.Conformance.Comparison;

/// <summary>
/// The bindings of the oracle's symbols to values of the backend. A symbol is bound when a response first shows its value:
/// a timestamp must be in the time window of the call that wrote it, and a server-chosen number must differ from all others in its scope.
/// </summary>
internal sealed class Bindings
{
    private readonly SortedDictionary<long, long> _times;
    private readonly Dictionary<long, (long From, long To)> _windows;
    private readonly Dictionary<ServerChosenScope, Dictionary<long, long>> _serverChosen;

    /// <summary>The minimum difference of two timestamps. It is 1 if calls are spaced, which is done if the time unit is short enough.</summary>
    private readonly int _minDifference;

    private bool _isOrdered = true;

    /// <param name="isSpaced">Whether any two calls that write timestamps are at least one unit of time apart.</param>
    public Bindings(bool isSpaced)
    {
        _minDifference = isSpaced ? 1 : 0;
        _times = [];
        _windows = [];
        _serverChosen = [];
    }

    private Bindings(Bindings other)
    {
        _minDifference = other._minDifference;
        _isOrdered = other._isOrdered;
        _times = new(other._times);
        _windows = new(other._windows);
        _serverChosen = other._serverChosen.ToDictionary(c => c.Key, c => new Dictionary<long, long>(c.Value));
    }

    /// <summary>Returns a copy. A failed comparison can then be discarded without side effects.</summary>
    public Bindings Copy() => new(this);

    public void SetWindow(long symbol, long from, long to) => _windows[symbol] = (from, to);

    /// <summary>Whether two calls may have written equal timestamps, so that their order cannot be observed.</summary>
    public bool MayHaveEqualTimes() => _minDifference == 0 && (_times.Values.Distinct().Count() < _times.Count
        || _windows.Values.Zip(_windows.Values.Skip(1)).Any(w => w.First.To >= w.Second.From));

    /// <summary>
    /// Returns a copy for concurrent calls, which does not check the order of timestamps. Concurrent calls may write equal timestamps,
    /// or may take a timestamp before they wait for a lock. Therefore, only their time windows are checked.
    /// </summary>
    public Bindings WithoutOrder() => new(this) { _isOrdered = false };

    /// <summary>Describes the binding of a time: its value, or the time window if it is not bound yet.</summary>
    public string DescribeTime(long symbol) => _times.TryGetValue(symbol, out var time) ? time.ToString(CultureInfo.InvariantCulture)
        : _windows.TryGetValue(symbol, out var window) ? string.Create(CultureInfo.InvariantCulture, $"{window.From}-{window.To}")
        : "?";

    /// <summary>Describes the bindings of the server-chosen numbers.</summary>
    public string DescribeServerChosen() => string.Join(';', _serverChosen.Select(c => c.Key + "=" + string.Join(',', c.Value.OrderBy(v => v.Key))));

    public long? TimeOf(long symbol) => _times.TryGetValue(symbol, out var actual) ? actual : null;

    /// <summary>Binds a time. Returns null if the time is acceptable, otherwise a description of the expected time.</summary>
    public string? BindTime(long symbol, long actual)
    {
        if (_times.TryGetValue(symbol, out var bound))
        {
            return bound == actual ? null : $"{bound} as seen before";
        }

        if (_windows.TryGetValue(symbol, out var window) && (actual < window.From || actual > window.To))
        {
            return $"a time from {window.From} to {window.To}, when the call was made{UnitHint(window, actual)}";
        }

        foreach (var (other, time) in _times)
        {
            if (_isOrdered && _windows.ContainsKey(other) && _windows.ContainsKey(symbol) && (other < symbol ? time + _minDifference > actual : time - _minDifference < actual))
            {
                return $"a time {(other < symbol ? "after" : "before")} {time}, which was stamped {(other < symbol ? "earlier" : "later")}";
            }
        }

        _times[symbol] = actual;
        return null;
    }

    /// <summary>Binds a server-chosen number. Returns null if the number is acceptable, otherwise a description of the expected number.</summary>
    public string? BindServerChosen(ServerChosenScope scope, long symbol, long actual)
    {
        if (!_serverChosen.TryGetValue(scope, out var known))
        {
            _serverChosen[scope] = known = [];
        }

        if (known.TryGetValue(symbol, out var bound))
        {
            return bound == actual ? null : $"{bound} as seen before";
        }

        if (known.ContainsValue(actual))
        {
            return $"a value other than {string.Join(", ", known.Values.Order())}";
        }

        known[symbol] = actual;
        return null;
    }

    /// <summary>Removes the binding of a removed row. The backend may reuse the number, or may choose another one for the same symbol.</summary>
    public void Unbind(ServerChosenScope scope, long symbol)
    {
        if (_serverChosen.TryGetValue(scope, out var known))
        {
            known.Remove(symbol);
        }
    }

    public bool IsBound(ServerChosenScope scope, long symbol) => _serverChosen.TryGetValue(scope, out var known) && known.ContainsKey(symbol);

    /// <summary>The symbol that is bound to a server-chosen number. For an unknown number: a symbol that no row has.</summary>
    public long SymbolOf(ServerChosenScope scope, long actual) =>
        _serverChosen.TryGetValue(scope, out var known) && known.Where(k => k.Value == actual).Select(k => (long?)k.Key).FirstOrDefault() is { } symbol ? symbol : long.MinValue + actual;

    /// <summary>The value to send for a symbol of a server-chosen number: the bound number, or for an unbound symbol a number that the backend did not choose.</summary>
    public long ServerChosenValue(ServerChosenScope scope, long symbol)
    {
        if (!_serverChosen.TryGetValue(scope, out var known) || known.Count == 0)
        {
            return symbol;
        }

        if (known.TryGetValue(symbol, out var bound))
        {
            return bound;
        }

        var value = symbol;
        while (known.ContainsValue(value))
        {
            value = value > long.MaxValue / 2 ? value - 1 : value + 1;
        }

        return value;
    }

    private static string UnitHint((long From, long To) window, long actual) =>
        actual >= window.From / 1000 - 1 && actual <= window.To / 1000 + 1 ? "; it looks like seconds instead of milliseconds"
        : actual / 1000 >= window.From - 1 && actual / 1000 <= window.To + 1 ? "; it looks like milliseconds instead of seconds"
        : "";
}

/// <summary>The scope in which server-chosen numbers are distinct.</summary>
internal sealed record ServerChosenScope(SpecValue Partition, string Shape, SpecValue Within);
