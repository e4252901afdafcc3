package dev.rampart.local.host;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A host in a process of its own, with one function that hangs; prints its children's ids. */
final class LambdaHostProcess {
  private LambdaHostProcess() {}

  public static void main(String[] args) throws Exception {
    Stage stage = new Stage(Path.of(args[0]));
    LambdaHost host =
        LambdaHost.start(
            stage.settings(Runtimes.valueOf(args[1])), List.of(stage.puppet()), (_, _) -> {});
    Path sign = stage.directory().resolve("busy");
    Thread.ofPlatform()
        .start(
            () -> {
              try {
                System.out.println(Stage.text(host.invoke("Puppet", Stage.event("hang " + sign))));
                System.exit(1);
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
    LambdaHostTest.awaitFile(sign);
    System.out.println(
        ProcessHandle.current()
            .children()
            .map(child -> Long.toString(child.pid()))
            .collect(Collectors.joining(" ")));
    Thread.currentThread().join();
  }
}
