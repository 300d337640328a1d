using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace JobsSpecGen.Conformance.Reports.Html;

/// <summary>Provides the Liquid templates of the page from the embedded resources of the assembly.</summary>
internal sealed class Templates : IFileProvider
{
    public IFileInfo GetFileInfo(string subpath) => new Template(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private sealed class Template(string name) : IFileInfo
    {
        public bool Exists => typeof(Templates).Assembly.GetManifestResourceInfo(name) is not null;

        public bool IsDirectory => false;

        public DateTimeOffset LastModified => DateTimeOffset.MinValue;

        public long Length
        {
            get
            {
                using var stream = CreateReadStream();
                return stream.Length;
            }
        }

        public string Name => name;

        public string? PhysicalPath => null;

        public Stream CreateReadStream() => Resource.Open(name);
    }
}
