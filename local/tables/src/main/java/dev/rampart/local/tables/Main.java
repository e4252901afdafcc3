package dev.rampart.local.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** Serves the tables alone: {@code --port N [--data DIR]}; prints the endpoint when ready. */
final class Main {

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    int port = 0;
    Optional<Path> data = Optional.empty();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      switch (arguments[i]) {
        case "--port" -> port = Integer.parseInt(arguments[i + 1]);
        case "--data" -> data = Optional.of(Path.of(arguments[i + 1]));
        default -> fail(2, "Usage: --port N [--data DIR]");
      }
    }
    try {
      InstantSource clock = InstantSource.system();
      Tables tables =
          data.map(directory -> Tables.onDisk(directory, clock))
              .orElseGet(() -> Tables.inMemory(clock));
      TablesServer server = TablesServer.start(tables, port);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      System.out.println(server.url());
    } catch (IOException e) {
      fail(1, "Port " + port + " cannot be opened: " + e.getMessage());
    } catch (IllegalStateException e) {
      fail(1, String.valueOf(e.getMessage()));
    }
    Thread.currentThread().join();
  }

  private static void fail(int status, String message) {
    System.err.println(message);
    System.exit(status);
  }
}
