package dev.rampart.local.run;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run is asked for.
 *
 * @param root the repository: holds template.yaml and the built jars
 * @param port of the gateway, 0 for any free one
 * @param data where to keep data; empty for memory
 * @param dynamodb another endpoint to use instead of the local tables
 */
public record RunSettings(Path root, int port, Optional<Path> data, Optional<URI> dynamodb) {

  /** A run on free ports, in memory. */
  public static RunSettings inMemory(Path root) {
    return new RunSettings(root, 0, Optional.empty(), Optional.empty());
  }

  Path template() {
    return root.resolve("template.yaml");
  }

  /** Where built things and logs of this module are. */
  Path target() {
    return root.resolve("local/target");
  }
}
