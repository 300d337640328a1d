using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Json;

/// <summary>Emits the output buffer of the methods that take no writer.</summary>
internal static class JsonOutputText
{
    public static void Write(CodeWriter writer) => writer.Line($$"""
        /// <summary>A writer and what it has written.</summary>
        private readonly struct Output : global::System.IDisposable
        {
            // JSON that goes over the wire as application/json needs no escapes for HTML, and documents in it stay readable: \" instead of \u0022.
            private static readonly global::System.Text.Json.JsonWriterOptions s_options = new() { Encoder = global::System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

            private readonly global::System.Buffers.ArrayBufferWriter<byte> _bytes;

            /// <summary>Starts with nothing.</summary>
            public Output()
            {
                _bytes = new(512);
                Writer = new(_bytes, s_options);
            }

            /// <summary>Where to write to.</summary>
            public {{JsonCode.Writer}} Writer { get; }

            /// <summary>What was written.</summary>
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
