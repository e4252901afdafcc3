package dev.rampart.local.host;

import dev.rampart.local.supervision.Loop;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * A host in a process of its own, with one function that hangs; prints its children's ids. Then it
 * stays, or a loop in it exhausts the memory.
 */
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
    if (args[2].equals("exhaust")) {
      AtomicReference<Object> kept = new AtomicReference<>("");
      var _ =
          Loop.start(
              "A hungry loop",
              () -> {
                kept.set(new Object[] {kept.get(), new byte[1024 * 1024]});
                return Optional.of(Duration.ZERO);
              },
              InstantSource.system());
    }
    Thread.currentThread().join();
  }
}
