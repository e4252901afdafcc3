package dev.rampart.local.deploy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The AWS SAM command line. What it prints goes where our own output goes. */
record Sam(Path program) {

  /**
   * Finds it.
   *
   * @param path folders, as the variable PATH has them
   * @throws IOException saying how to get it, if it is in none of them
   */
  static Sam find(String path) throws IOException {
    return new SearchPath(path)
        .find("sam")
        .map(Sam::new)
        .orElseThrow(
            () ->
                new IOException(
                    "sam, the AWS SAM command line, is not installed, and it is what deploys:"
                        + " get it with pipx install aws-sam-cli or brew install aws-sam-cli, and"
                        + " try again"));
  }

  /**
   * Runs it to its end.
   *
   * @throws IOException if it says no
   */
  void run(Path folder, Stream<String> arguments) throws IOException, InterruptedException {
    List<String> command = Stream.concat(Stream.of(program.toString()), arguments).toList();
    ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
    // Nobody asked it to report to its makers.
    process.environment().put("SAM_CLI_TELEMETRY", "0");
    int code = process.start().waitFor();
    if (code != 0) {
      throw new IOException(
          "sam "
              + command.get(1)
              + " ended with code "
              + code
              + "; what it says above is why, and trouble is treated in docs/deploying.md");
    }
  }
}
