namespace IotJobs.Faulty.Restarts;

/// <summary>The log is not flushed: its last record stays in the buffer until the next one pushes it out, and a crash loses it.</summary>
internal sealed class LastWriteBuffered : RestartableJobs
{
    private Changes? _buffer;

    private protected override void Persist(Changes changes)
    {
        if (_buffer is not null)
        {
            Disk.Write(_buffer);
        }

        _buffer = changes;
    }

    private protected override void Lose() => _buffer = null;
}
