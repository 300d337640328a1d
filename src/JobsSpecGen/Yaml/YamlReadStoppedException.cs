using System;

namespace JobsSpecGen.Yaml;

/// <summary>Stops the reading of a text after a finding that makes the rest pointless.</summary>
internal sealed class YamlReadStoppedException : Exception;
