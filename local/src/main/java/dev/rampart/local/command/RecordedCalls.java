package dev.rampart.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.access.CallRecord;
import dev.rampart.local.access.CallReport;
import dev.rampart.local.access.RecordedCall;
import dev.rampart.local.run.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The calls that a run wrote down, and how they are shown beside the roles of the functions. */
record RecordedCalls(Path file, List<RecordedCall> calls) {

  /** Returns the calls of the run of this checkout that began last, and kept no data. */
  static RecordedCalls ofLastRun() {
    Path runs = Home.root().resolve("local/target/runs");
    if (!Files.isDirectory(runs)) {
      throw none();
    }
    try (Stream<Path> folders = Files.list(runs)) {
      return in(
          folders
              .map(folder -> folder.resolve("logs").resolve(CallRecord.FILE))
              .filter(Files::isRegularFile)
              .max(Comparator.comparing(RecordedCalls::changed))
              .orElseThrow(RecordedCalls::none));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IllegalArgumentException none() {
    return new IllegalArgumentException(
        "no run has written its calls down; start one with ./rampart up or ./rampart demo");
  }

  private static FileTime changed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the calls in a file. */
  static RecordedCalls in(Path file) {
    try {
      return new RecordedCalls(file, CallRecord.read(file));
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " is no record of calls", e);
    }
  }

  void print(CallReport report, boolean json, PrintWriter out) {
    if (json) {
      out.println(json(report));
    } else {
      out.println("Calls in " + file);
      report.functions().forEach(function -> print(function, out));
      report.services().stream()
          .filter(call -> !call.allowed())
          .forEach(call -> out.println("\nREFUSED to " + call.caller() + ": " + text(call)));
      report.faults().forEach(fault -> out.println("\n" + fault));
    }
    out.flush();
  }

  private static String json(CallReport report) {
    try {
      return JsonMapper.builder().build().writeValueAsString(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void print(CallReport.FunctionCalls function, PrintWriter out) {
    out.printf("%n%s, as %s%n", function.function(), function.role());
    function
        .allowed()
        .forEach(
            call ->
                out.printf(
                    "  allowed  %s on %s%n           by %s, line %d%n",
                    call.action(), call.resource(), call.statement(), call.line()));
    function
        .unused()
        .forEach(
            grant ->
                out.printf(
                    "  unused   %s of %s, line %d%n           %s%n",
                    grant.action(),
                    grant.statement(),
                    grant.line(),
                    grant.reason().isEmpty() ? "NO REASON" : grant.reason()));
    function.refused().forEach(call -> out.println("  REFUSED  " + text(call)));
  }

  private static String text(RecordedCall call) {
    return call.action() + " on " + call.resource() + ": " + call.missing();
  }
}
