namespace IotJobs.Faulty.Races;

/// <summary>Two statements without a transaction: first the status is written, then the rest. A reader between them sees the new status with the old version.</summary>
internal sealed class TornWrite() : JobsOverDatabase(new TwoStatements())
{
    private sealed class TwoStatements : Database
    {
        public override async Task SaveAsync(Changes changes)
        {
            await base.SaveAsync(new([.. changes.Written.SelectMany(HalfWritten)], [])).ConfigureAwait(false);
            await base.SaveAsync(changes).ConfigureAwait(false);
        }

        private IEnumerable<Execution> HalfWritten(Execution row)
        {
            if (Peek(row.ThingName).Find(row.IsSameAs) is { } half)
            {
                half.Status = row.Status;
                yield return half;
            }
        }
    }
}
