using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Json;

/// <summary>Emits the output buffer of the methods that take no writer.</summary>
internal static class JsonOutputText
{
    public static void Write(CodeWriter writer) => writer.Line($$"""
        /// <summary>A writer with its output buffer.</summary>
        private readonly struct Output : global::System.IDisposable
        {
            // JSON with the content type application/json needs no escapes for HTML, and embedded documents stay readable: \" instead of \u0022.
            private static readonly global::System.Text.Json.JsonWriterOptions s_options = new() { Encoder = global::System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

            private readonly global::System.Buffers.ArrayBufferWriter<byte> _bytes;

            /// <summary>Creates an empty output.</summary>
            public Output()
            {
                _bytes = new(512);
                Writer = new(_bytes, s_options);
            }

            /// <summary>The writer.</summary>
            public {{JsonCode.Writer}} Writer { get; }

            /// <summary>The written bytes.</summary>
            public byte[] ToArray()
            {
                Writer.Flush();
                return _bytes.WrittenSpan.ToArray();
            }

            /// <inheritdoc/>
            public void Dispose() => Writer.Dispose();
        }
        """);
}
