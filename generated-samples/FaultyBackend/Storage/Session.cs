namespace IotJobs.Faulty;

/// <summary>One call's work on what it loaded of a thing: the rules run in memory, and what they changed is saved afterwards.</summary>
internal sealed class Session
{
    private readonly IReadOnlyList<Execution> _loaded;
    private readonly Store _store;

    public Session(IReadOnlyList<Execution> loaded, TimeProvider clock)
    {
        _loaded = [.. loaded.Select(row => row.Copy())];
        _store = new(Fault.None, clock);
        foreach (var row in loaded)
        {
            _store.Add(row);
        }

        StartNext = new(Fault.None, _store);
        Update = new(Fault.None, _store);
        Reading = new(Fault.None, _store, StartNext);
        World = new(Fault.None, _store);
    }

    public StartNext StartNext { get; }

    public Update Update { get; }

    public Reading Reading { get; }

    public World World { get; }

    /// <summary>The execution that a request names, or without a number the latest.</summary>
    public Execution? Find(string thingName, string jobId, long? number = null) => _store.Find(thingName, jobId, number);

    /// <summary>The execution that the thing should work on next.</summary>
    public Execution? Next(string thingName) => _store.Next(thingName);

    /// <summary>What has to be saved.</summary>
    public Changes Changes(string thingName) => Faulty.Changes.Between(_loaded, [.. _store.Of(thingName)]);
}
