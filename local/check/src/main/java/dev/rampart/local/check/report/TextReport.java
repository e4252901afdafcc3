package dev.rampart.local.check.report;

import dev.rampart.local.check.CheckReport;
import dev.rampart.local.check.Violation;
import java.io.PrintWriter;

/** A report for people. */
public final class TextReport {
  private TextReport() {}

  /** Prints each violation with its place, what it leads to and how to mend it; then a summary. */
  public static void print(CheckReport report, PrintWriter out) {
    for (Violation violation : report.violations()) {
      out.println(
          "%s:%d: %s %s"
              .formatted(
                  report.file(),
                  violation.place().line(),
                  violation.rule().id(),
                  violation.place()));
      out.println("  rule  " + violation.rule().title());
      out.println("  why   " + violation.rule().why());
      out.println("  mend  " + violation.rule().mend());
    }
    report.waiverFaults().forEach(fault -> out.println(report.file() + ": the waiver " + fault));
    out.println(
        report.isClean()
            ? "%s holds all %d rules".formatted(report.file(), report.rules().size())
            : "%d of %d rules do not hold, at %d places"
                .formatted(
                    report.violations().stream().map(Violation::rule).distinct().count(),
                    report.rules().size(),
                    report.violations().size()));
  }
}
