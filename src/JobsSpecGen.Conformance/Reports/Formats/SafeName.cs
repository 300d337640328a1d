using System.Security.Cryptography;
using System.Text;

namespace JobsSpecGen.Conformance.Reports.Formats;

/// <summary>Makes a file name that is valid on every file system from the name of a backend. Different names give different file names.</summary>
internal static class SafeName
{
    private const int MaxLength = 80;

    public static string Of(string name)
    {
        var safe = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '-')).Trim('.', '-');
        safe = safe[..Math.Min(safe.Length, MaxLength)];
        return safe == name && name.Length > 0 && !IsDevice(name) ? name : $"{(safe.Length == 0 ? "backend" : safe)}-{Hash(name)}";
    }

    /// <summary>True for a device name of Windows. Windows reserves these with any extension.</summary>
    private static bool IsDevice(string name) => name.Split('.')[0].ToUpperInvariant() is "CON" or "PRN" or "AUX" or "NUL"
        or ['C', 'O', 'M', >= '0' and <= '9'] or ['L', 'P', 'T', >= '0' and <= '9'];

    private static string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(name)))[..8];
}
