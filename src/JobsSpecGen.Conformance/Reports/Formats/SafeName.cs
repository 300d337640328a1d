using System.Security.Cryptography;
using System.Text;

namespace JobsSpecGen.Conformance.Reports.Formats;

/// <summary>A file name that every file system takes, from any name of a backend; other names give other file names.</summary>
internal static class SafeName
{
    private const int Longest = 80;

    public static string Of(string name)
    {
        var safe = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '-')).Trim('.', '-');
        safe = safe[..Math.Min(safe.Length, Longest)];
        return safe == name && name.Length > 0 && !IsDevice(name) ? name : $"{(safe.Length == 0 ? "backend" : safe)}-{Hash(name)}";
    }

    /// <summary>Names that Windows keeps for devices, whatever follows the first dot.</summary>
    private static bool IsDevice(string name) => name.Split('.')[0].ToUpperInvariant() is "CON" or "PRN" or "AUX" or "NUL"
        or ['C', 'O', 'M', >= '0' and <= '9'] or ['L', 'P', 'T', >= '0' and <= '9'];

    private static string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(name)))[..8];
}
