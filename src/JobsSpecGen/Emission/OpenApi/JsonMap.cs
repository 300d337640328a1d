using System.Collections;
using System.Collections.Generic;

namespace JobsSpecGen.Emission.OpenApi;

/// <summary>
/// A JSON object that is being built, its members in the order in which they were added. A value is a text, a number, true or
/// false, a list of values, or again a map.
/// </summary>
internal sealed class JsonMap : IEnumerable<KeyValuePair<string, object>>
{
    private readonly List<KeyValuePair<string, object>> _members = [];

    public int Count => _members.Count;

    /// <summary>Adds a member. What is null is left out, and so is a name that is there already.</summary>
    public void Add(string name, object? value)
    {
        if (value is not null && !_members.Exists(member => member.Key == name))
        {
            _members.Add(new(name, value));
        }
    }

    /// <summary>The map, or null where it is empty, so that it is left out.</summary>
    public JsonMap? OrNothing() => Count == 0 ? null : this;

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
