using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace JobsSpecGen.Binding.Context;

/// <summary>Values by name, in the order in which they were first added.</summary>
internal sealed class OrderedMap<T> : IEnumerable<T>
{
    private readonly Dictionary<string, T> _byName = [];
    private readonly List<string> _names = [];

    public IEnumerable<string> Names => _names;

    public void Set(string name, T value)
    {
        if (!_byName.ContainsKey(name))
        {
            _names.Add(name);
        }

        _byName[name] = value;
    }

    public bool TryGet(string name, out T value) => _byName.TryGetValue(name, out value!);

    public T? Find(string name) => _byName.TryGetValue(name, out var value) ? value : default;

    public T this[string name] => _byName[name];

    public IEnumerator<T> GetEnumerator() => _names.Select(name => _byName[name]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
