package dev.rampart.local.demo;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The short table at the end. */
public record Summary(List<Step> steps) {

  /** Prints how often each gate refused, and how many steps went as they should. */
  public void print(PrintWriter out) {
    Map<String, Long> refusals = new TreeMap<>();
    steps.stream()
        .filter(step -> !step.gate().isEmpty())
        .forEach(step -> refusals.merge(step.gate() + " " + step.status(), 1L, Long::sum));
    out.println();
    out.println("  gate        status  refused");
    refusals.forEach(
        (gate, count) -> {
          String[] parts = gate.split(" ", 2);
          out.printf("  %-11s %-7s %7d%n", parts[0], parts[1], count);
        });
    long good = steps.stream().filter(Step::ok).count();
    out.println();
    out.printf("  %d of %d steps went as they should.%n", good, steps.size());
    out.flush();
  }
}
