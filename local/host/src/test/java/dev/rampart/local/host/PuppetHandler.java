package dev.rampart.local.host;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A handler that does what its event says: {@code command argument}. Runs in a process apart. */
public final class PuppetHandler implements RequestStreamHandler {
  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    String[] words =
        new String(input.readAllBytes(), StandardCharsets.UTF_8).replace("\"", "").split(" ", 2);
    String answer =
        switch (words[0]) {
          case "echo" -> words[1];
          case "throw" -> throw new IllegalStateException(words[1]);
          case "exit" -> exit(Integer.parseInt(words[1]));
          case "hang" -> hang(Path.of(words[1]));
          case "hold" -> hold(Path.of(words[1]));
          case "meet" -> meet(Path.of(words[1]), 6);
          case "environment" -> String.join(",", new TreeSet<>(System.getenv().keySet()));
          case "variable" -> Objects.requireNonNullElse(System.getenv(words[1]), "absent");
          case "print" -> print(words[1]);
          case "context" -> context.getFunctionName() + " " + context.getInvokedFunctionArn();
          case "large" -> "x".repeat(Integer.parseInt(words[1]));
          case "input" -> Integer.toString(System.in.read());
          case "pid" -> Long.toString(ProcessHandle.current().pid());
          case "overflow" -> overflow(1);
          case "exhaust" -> exhaust();
          case "linger" -> linger();
          case "time" -> times();
          case "heap" -> Long.toString(Runtime.getRuntime().maxMemory());
          default -> throw new IllegalArgumentException(words[0]);
        };
    output.write(('"' + answer + '"').getBytes(StandardCharsets.UTF_8));
  }

  private static String exit(int status) {
    System.exit(status);
    return "";
  }

  private static String overflow(int depth) {
    return depth == 0 ? "" : overflow(depth + 1) + ".";
  }

  private static String exhaust() {
    Object kept = "";
    while (true) {
      kept = new Object[] {kept, new byte[1024 * 1024]};
    }
  }

  /** Ends the runtime's loop, but not the process. */
  private static String linger() {
    Thread.ofPlatform().start(PuppetHandler::spin);
    return overflow(1);
  }

  private static void spin() {
    while (true) {
      Thread.onSpinWait();
    }
  }

  /** Leaves a sign that it is busy, then never ends. */
  private static String hang(Path sign) throws IOException {
    Files.createFile(sign);
    while (true) {
      Thread.onSpinWait();
    }
  }

  /** Leaves a sign that it is busy, and ends when the sign is taken away. */
  private static String hold(Path sign) throws IOException {
    Files.createFile(sign);
    while (Files.exists(sign)) {
      Thread.onSpinWait();
    }
    return "held";
  }

  /** Ends when as many processes are in here at once. */
  private static String meet(Path room, int count) throws IOException {
    Files.createFile(room.resolve(Long.toString(ProcessHandle.current().pid())));
    while (true) {
      try (Stream<Path> guests = Files.list(room)) {
        if (guests.count() >= count) {
          return Long.toString(ProcessHandle.current().pid());
        }
      }
      Thread.onSpinWait();
    }
  }

  /** All ways to ask for the time, in milliseconds; the last one asks the system itself. */
  private static String times() {
    return Stream.of(
            Instant.now().toEpochMilli(),
            ZonedDateTime.now(ZoneOffset.UTC).toInstant().toEpochMilli(),
            InstantSource.system().instant().toEpochMilli(),
            InstantSource.system().millis(),
            Clock.systemUTC().millis(),
            System.currentTimeMillis())
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  private static String print(String text) {
    System.out.println(text);
    System.err.println("error " + text);
    return "";
  }
}
