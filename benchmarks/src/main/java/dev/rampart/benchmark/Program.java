package dev.rampart.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs the programs of the benchmarks alike. */
public final class Program {

  /** What a program does. */
  @FunctionalInterface
  public interface Body {
    /**
     * Does it.
     *
     * @param out standard output in UTF-8
     * @throws IllegalArgumentException if what was typed cannot be meant
     */
    void run(Arguments arguments, PrintStream out) throws IOException;
  }

  private Program() {}

  /** Runs a program; what was typed wrongly is said on standard error, with exit code 2. */
  public static void run(String name, String[] args, Body body) throws IOException {
    try {
      body.run(new Arguments(args), new PrintStream(System.out, true, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      System.err.println(name + ": " + e.getMessage());
      System.exit(2);
    }
  }
}
