package dev.rampart.local.run;

import dev.rampart.local.stack.RunSettings;
import dev.rampart.local.stack.storage.StaticSite;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the stack of this repository's template runs here. */
public final class RampartRun {
  private static final String STACK = "rampart-local";

  /** Gets the mails of alarms; they stay in the inbox of the run. */
  private static final String ALARM_EMAIL = "ops@example.com";

  private RampartRun() {}

  /**
   * Returns the settings of a run.
   *
   * @param root the repository: holds template.yaml and the built jars
   * @param port of the API, 0 for any free one
   * @param data where to keep data; empty for memory
   * @param dynamodb another endpoint to use instead of the local tables
   */
  public static RunSettings settings(
      Path root, int port, Optional<Path> data, Optional<URI> dynamodb) {
    return new RunSettings(
        STACK,
        root.resolve("template.yaml"),
        root.resolve("local/target"),
        port,
        data,
        dynamodb,
        Map.of("AlarmEmail", ALARM_EMAIL),
        List.of(),
        RampartUsers.all(),
        Optional.of(
            new StaticSite(
                "ConsoleBucket",
                root.resolve("console/target/site"),
                "ConsoleUrl",
                "/console/index.html")),
        false);
  }

  /** Returns the settings of a run on free ports, in memory. */
  public static RunSettings inMemory(Path root) {
    return settings(root, 0, Optional.empty(), Optional.empty());
  }
}
