package dev.rampart.local.inspect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** What {@code inspect} said when it was typed. */
record Typed(int exitCode, String out, String err) {

  /** Types the command with these arguments. */
  static Typed inspect(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = new CommandLine(new InspectCommand());
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return new Typed(line.execute(arguments), out.toString(), err.toString());
  }

  /** Types the command for a file of these lines. */
  static Typed lines(Path folder, String lines, String... options) throws IOException {
    return bytes(folder, lines.getBytes(StandardCharsets.UTF_8), options);
  }

  static Typed bytes(Path folder, byte[] bytes, String... options) throws IOException {
    Path file = Files.write(folder.resolve("values.jsonl"), bytes);
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add(file.toString());
    return inspect(arguments.toArray(String[]::new));
  }

  /** Types the command for these lines on standard input. */
  static Typed piped(String lines, String... arguments) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    try {
      return inspect(arguments);
    } finally {
      System.setIn(before);
    }
  }
}
