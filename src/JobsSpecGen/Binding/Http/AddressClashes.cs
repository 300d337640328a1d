using System.Collections.Generic;
using JobsSpecGen.Diagnostics;
using JobsSpecGen.Model;
using JobsSpecGen.Yaml;

namespace JobsSpecGen.Binding.Http;

/// <summary>Collects the addresses of operations and actions, and reports two with the same address.</summary>
internal sealed class AddressClashes(FindingList findings)
{
    private readonly Dictionary<string, string> _taken = [];

    public void Add(string operation, HttpBinding? http, YamlSpan place)
    {
        if (http is null)
        {
            return;
        }

        var address = HttpBindingBinder.AddressOf(http);
        if (_taken.TryGetValue(address, out var other))
        {
            findings.Add(HttpRules.SameAddress, place, other, operation, http.Method, http.Path);
            return;
        }

        _taken.Add(address, operation);
    }
}
