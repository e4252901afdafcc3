package dev.rampart.local.deploy;

import dev.rampart.local.account.AwsTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The AWS command line, for one account and region. */
record AwsCommandLine(Path program, AwsTarget target) {

  /**
   * Finds it; empty if it is not installed.
   *
   * @param path folders, as the variable PATH has them
   */
  static Optional<AwsCommandLine> find(String path, AwsTarget target) {
    return new SearchPath(path).find("aws").map(program -> new AwsCommandLine(program, target));
  }

  /**
   * Runs it to its end; what it says of a fault goes where our own output goes.
   *
   * @return what it printed, without blanks around it
   * @throws IOException if it says no
   */
  String run(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        Stream.of(Stream.of(program.toString()), Stream.of(arguments), target.arguments().stream())
            .flatMap(part -> part)
            .toList();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process.getOutputStream().close();
    byte[] printed = process.getInputStream().readAllBytes();
    int code = process.waitFor();
    if (code != 0) {
      throw new IOException("aws " + arguments[0] + " " + arguments[1] + " ended with " + code);
    }
    return new String(printed, StandardCharsets.UTF_8).strip();
  }
}
