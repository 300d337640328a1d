using System.Text;
using JobsSpecGen.Tool.Terminal;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Tool.Generation;

/// <summary>A spec as the compiler gets it, under the path that the user gave.</summary>
internal sealed class SpecFile(string path, SourceText text) : AdditionalText
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => text;

    /// <summary>Reads a file. Says why, and gives null, where that cannot be done.</summary>
    public static SpecFile? Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return new(path, SourceText.From(stream, s_utf8));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Screen.Complain($"cannot read '{path}': {ReasonOf(exception, path)}");
            return null;
        }
    }

    private static string ReasonOf(Exception exception, string path) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file.",
        UnauthorizedAccessException when Directory.Exists(path) => "it is a folder; name a file in it.",
        _ => exception.Message,
    };
}
