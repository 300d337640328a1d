using System.Globalization;

namespace JobsSpecGen.Benchmarks.Load;

/// <summary>How much is measured.</summary>
/// <param name="Connections">How many connections are busy at a time; each has one request under way.</param>
/// <param name="Rounds">How often each side gets its turn.</param>
/// <param name="Round">How long a turn is.</param>
internal sealed record LoadOptions(int Connections, int Rounds, TimeSpan Round)
{
    public static LoadOptions Of(string[] texts)
    {
        double At(int index, double otherwise) => texts.Length > index ? double.Parse(texts[index], CultureInfo.InvariantCulture) : otherwise;
        return new((int)At(0, 16), (int)At(1, 24), TimeSpan.FromSeconds(At(2, 0.5)));
    }
}
