package dev.rampart.local.command;

import java.nio.file.Path;

/** Where the repository is, as the script says. */
final class Home {
  private Home() {}

  static Path root() {
    return Path.of(System.getProperty("rampart.root", "")).toAbsolutePath();
  }

  /** Returns the script with its whole path, good for pasting anywhere. */
  static String script() {
    return root().resolve("rampart").toString();
  }
}
