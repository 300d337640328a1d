namespace JobsSpecGen.CompiledTests.Http.Hostile;

/// <summary>Small random damage to bytes; the same seed does the same damage.</summary>
internal sealed class ByteMutations(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>One to three changes of one request, into which a part of another may go.</summary>
    public byte[] Damage(byte[] bytes, byte[] other)
    {
        List<byte> damaged = [.. bytes];
        for (var changes = _random.Next(1, 4); changes > 0; changes--)
        {
            Change(damaged, other);
        }

        return [.. damaged];
    }

    private void Change(List<byte> bytes, byte[] other)
    {
        var at = _random.Next(bytes.Count + 1);
        var count = Math.Min(_random.Next(1, 17), bytes.Count - at);
        switch (_random.Next(7))
        {
            case 0 when count > 0:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1 when count > 0:
                bytes[at] = (byte)_random.Next(256);
                break;
            case 2:
                bytes.Insert(at, (byte)_random.Next(256));
                break;
            case 3 when count > 0:
                bytes.RemoveRange(at, count);
                break;
            case 4 when count > 0:
                bytes.InsertRange(at, bytes.GetRange(at, count));
                break;
            case 5:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                bytes.RemoveRange(at, bytes.Count - at);
                bytes.AddRange(other[_random.Next(other.Length)..]);
                break;
        }
    }
}
