package dev.rampart.local.command;

import dev.rampart.local.run.Instance;
import dev.rampart.local.run.InstanceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which instance is meant. */
final class InstanceOption {
  @Option(
      names = "--instance",
      paramLabel = "FILE",
      description = "The instance file (default: local/target/instance.json).")
  private @Nullable Path file;

  InstanceFile file() {
    return new InstanceFile(
        file == null ? Home.root().resolve("local/target/instance.json") : file);
  }

  boolean isDefault() {
    return file == null;
  }

  Optional<Instance> find() throws IOException {
    return file().read();
  }

  /** Returns the instance that runs. */
  Instance running() throws IOException {
    return find()
        .orElseThrow(() -> new IOException("nothing is running; start it with ./rampart up"));
  }
}
