using System.Globalization;

namespace JobsSpecGen.Conformance.Comparison;

/// <summary>
/// What the oracle's symbols stand for in the backend's answers. A symbol is bound when its value is first seen:
/// a time must lie in the window of the call that stamped it, a chosen number must be no other's.
/// </summary>
internal sealed class Bindings
{
    private readonly SortedDictionary<long, long> _times;
    private readonly Dictionary<long, (long From, long To)> _windows;
    private readonly Dictionary<ServerChosenScope, Dictionary<long, long>> _chosen;
    /// <summary>How far apart two stamps are at least: calls are spaced where the unit is short enough for that.</summary>
    private readonly int _apart;

    private bool _isOrdered = true;

    /// <param name="isSpaced">Whether at least a unit of time lies between any two calls that stamp.</param>
    public Bindings(bool isSpaced)
    {
        _apart = isSpaced ? 1 : 0;
        _times = [];
        _windows = [];
        _chosen = [];
    }

    private Bindings(Bindings other)
    {
        _apart = other._apart;
        _isOrdered = other._isOrdered;
        _times = new(other._times);
        _windows = new(other._windows);
        _chosen = other._chosen.ToDictionary(c => c.Key, c => new Dictionary<long, long>(c.Value));
    }

    /// <summary>A copy, so that a comparison that fails leaves nothing behind.</summary>
    public Bindings Copy() => new(this);

    public void SetWindow(long symbol, long from, long to) => _windows[symbol] = (from, to);

    /// <summary>True when two calls may have stamped the same time, so that their order cannot be seen.</summary>
    public bool MayHaveEqualTimes() => _apart == 0 && (_times.Values.Distinct().Count() < _times.Count
        || _windows.Values.Zip(_windows.Values.Skip(1)).Any(w => w.First.To >= w.Second.From));

    /// <summary>
    /// A copy for calls at once. They may stamp the same time, or stamp before they wait for their turn,
    /// so that of two of them only the windows can be compared.
    /// </summary>
    public Bindings WithoutOrder() => new(this) { _isOrdered = false };

    /// <summary>What is known of a time: its value, else the window that it must lie in.</summary>
    public string Outline(long symbol) => _times.TryGetValue(symbol, out var time) ? time.ToString(CultureInfo.InvariantCulture)
        : _windows.TryGetValue(symbol, out var window) ? string.Create(CultureInfo.InvariantCulture, $"{window.From}-{window.To}")
        : "?";

    /// <summary>What is known of the numbers that the backend picked.</summary>
    public string ChosenOutline() => string.Join(';', _chosen.Select(c => c.Key + "=" + string.Join(',', c.Value.OrderBy(v => v.Key))));

    public long? TimeOf(long symbol) => _times.TryGetValue(symbol, out var actual) ? actual : null;

    /// <summary>Null when the time fits; else what it should have been.</summary>
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
            if (_isOrdered && _windows.ContainsKey(other) && _windows.ContainsKey(symbol) && (other < symbol ? time + _apart > actual : time - _apart < actual))
            {
                return $"a time {(other < symbol ? "after" : "before")} {time}, which was stamped {(other < symbol ? "earlier" : "later")}";
            }
        }

        _times[symbol] = actual;
        return null;
    }

    /// <summary>Null when the number fits; else what it should have been.</summary>
    public string? BindChosen(ServerChosenScope scope, long symbol, long actual)
    {
        if (!_chosen.TryGetValue(scope, out var known))
        {
            _chosen[scope] = known = [];
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

    /// <summary>A row is gone: its number may be given again, or another in its place.</summary>
    public void Forget(ServerChosenScope scope, long symbol)
    {
        if (_chosen.TryGetValue(scope, out var known))
        {
            known.Remove(symbol);
        }
    }

    public bool Knows(ServerChosenScope scope, long symbol) => _chosen.TryGetValue(scope, out var known) && known.ContainsKey(symbol);

    /// <summary>What a number that the backend picked is known by; for an unknown one a symbol that no row has.</summary>
    public long SymbolOf(ServerChosenScope scope, long actual) =>
        _chosen.TryGetValue(scope, out var known) && known.Where(k => k.Value == actual).Select(k => (long?)k.Key).FirstOrDefault() is { } symbol ? symbol : long.MinValue + actual;

    /// <summary>What to send for a number that the backend picks: what it picked, or for an unknown one a value that it did not pick.</summary>
    public long Chosen(ServerChosenScope scope, long symbol)
    {
        if (!_chosen.TryGetValue(scope, out var known) || known.Count == 0)
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

/// <summary>Within what the numbers that a backend picks are distinct.</summary>
internal sealed record ServerChosenScope(SpecValue Partition, string Shape, SpecValue Within);
