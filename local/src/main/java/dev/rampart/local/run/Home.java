package dev.rampart.local.run;

import java.nio.file.Path;

/** Where the repository is, as the script says. */
public final class Home {
  private Home() {}

  /** Returns the folder of the template. */
  public static Path root() {
    return Path.of(System.getProperty("rampart.root", "")).toAbsolutePath();
  }

  /** Returns the script with its whole path, good for pasting anywhere. */
  public static String script() {
    return root().resolve("rampart").toString();
  }
}
