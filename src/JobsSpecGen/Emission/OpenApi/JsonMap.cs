using System.Collections;
using System.Collections.Generic;

namespace JobsSpecGen.Emission.OpenApi;

/// <summary>
/// A JSON object under construction, with its members in the order of insertion. A value is a text, a number, a boolean,
/// a list of values, or another map.
/// </summary>
internal sealed class JsonMap : IEnumerable<KeyValuePair<string, object>>
{
    private readonly List<KeyValuePair<string, object>> _members = [];

    public int Count => _members.Count;

    /// <summary>Adds a member. A null value, or a name that is already present, is ignored.</summary>
    public void Add(string name, object? value)
    {
        if (value is not null && !_members.Exists(member => member.Key == name))
        {
            _members.Add(new(name, value));
        }
    }

    /// <summary>The map; null if it is empty, so that it is omitted.</summary>
    public JsonMap? OrNothing() => Count == 0 ? null : this;

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
