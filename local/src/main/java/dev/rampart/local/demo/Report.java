package dev.rampart.local.demo;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Tells a person what happens while it happens, and keeps it for the end. */
public final class Report {
  private final PrintWriter out;
  private final List<Step> steps = new ArrayList<>();

  public Report(PrintWriter out) {
    this.out = out;
  }

  void chapter(String title) {
    out.println();
    out.println(title);
    out.flush();
  }

  void step(String name, boolean ok, int status, String gate) {
    steps.add(new Step(name, ok, status, gate));
    String answer = status == 0 ? "" : "  " + status + (gate.isEmpty() ? "" : " gate=" + gate);
    out.println("  " + (ok ? "ok   " : "FAIL ") + name + answer);
    out.flush();
  }

  void remark(String text) {
    out.println("       " + text);
    out.flush();
  }

  /** Returns all steps, in order. */
  public List<Step> steps() {
    return List.copyOf(steps);
  }

  /** Says whether everything happened as it should. */
  public boolean isOk() {
    return !steps.isEmpty() && steps.stream().allMatch(Step::ok);
  }
}
