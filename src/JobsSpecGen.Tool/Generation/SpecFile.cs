using System.Text;
using JobsSpecGen.Tool.Terminal;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Tool.Generation;

/// <summary>A spec file as the compiler sees it, under the path that the user gave.</summary>
internal sealed class SpecFile(string path, SourceText text) : AdditionalText
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => text;

    /// <summary>Reads a file. If that fails, prints the reason and returns null.</summary>
    public static SpecFile? Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return new(path, SourceText.From(stream, s_utf8));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Screen.Error($"cannot read '{path}': {ReasonOf(exception, path)}");
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
