package dev.rampart.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes down which JDK runs this class: the build runs it on the JDK that the toolchain chose, and
 * the scripts beside it take the same one.
 */
final class JdkHome {
  private JdkHome() {}

  public static void main(String[] args) throws IOException {
    var _ = Files.writeString(Path.of(args[0]), System.getProperty("java.home") + "\n");
  }
}
