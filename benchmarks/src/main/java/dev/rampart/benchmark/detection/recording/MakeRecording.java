package dev.rampart.benchmark.detection.recording;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.rampart.benchmark.Arguments;
import dev.rampart.benchmark.Program;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes a recording of some size, and prints how many lines it has. */
public final class MakeRecording {
  private static final int BUFFER_BYTES = 1 << 20;
  private static final long BYTES_PER_MEGABYTE = 1_000_000;

  private MakeRecording() {}

  /** Arguments: format, megabytes, file. */
  public static void main(String[] args) throws IOException {
    Program.run("detection", args, MakeRecording::run);
  }

  private static void run(Arguments arguments, PrintStream out) throws IOException {
    List<String> words = arguments.words(3, 3);
    LineFormat format = LineFormat.named(words.get(0));
    out.println(
        write(format, Long.parseLong(words.get(1)) * BYTES_PER_MEGABYTE, Path.of(words.get(2))));
  }

  /** Writes lines until they have so many bytes; returns their number. */
  static long write(LineFormat format, long bytes, Path file) throws IOException {
    MadeLines lines = new MadeLines(format);
    long number = 0;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES)) {
      for (long written = 0; written < bytes; number++) {
        byte[] line = (lines.line(number) + "\n").getBytes(US_ASCII);
        out.write(line);
        written += line.length;
      }
    }
    return number;
  }
}
