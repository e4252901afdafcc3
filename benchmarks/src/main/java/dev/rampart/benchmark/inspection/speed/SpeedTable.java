package dev.rampart.benchmark.inspection.speed;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What a speed run measured, side by side for the subjects, losses included. */
final class SpeedTable {

  private static final double NANOS = 1e9;
  private static final double MILLI = 1e6;
  private static final double MICRO = 1e3;
  private static final double MB = 1e6;

  private record Loss(String subject, HostileValue hostile, String what) {}

  private final SpeedValues values;
  private final int chars;
  private final List<Measurement> measured = new ArrayList<>();
  private final List<Loss> losses = new ArrayList<>();

  /** For these values, and hostile ones of so many characters and of a quarter of that. */
  SpeedTable(SpeedValues values, int chars) {
    this.values = values;
    this.chars = chars;
  }

  void take(Measurement one) {
    measured.add(one);
  }

  /** Keeps what a subject did instead of an answer. */
  void lost(String subject, HostileValue hostile, String what) {
    losses.add(new Loss(subject, hostile, what));
  }

  void print(PrintStream out) {
    int count = values.count();
    long bytes = values.bytes();
    out.printf(
        Locale.ROOT,
        "%d values of %d bytes on average, one thread, JDK %s, %d processors%n%n",
        count,
        bytes / count,
        Runtime.version(),
        Runtime.getRuntime().availableProcessors());
    out.println("| | rampart | peer | rampart is better by |\n|---|---|---|---|");
    more(out, "values a second", "%,.0f", m -> NANOS * count / m.nanos());
    more(out, "MB a second", "%.1f", m -> NANOS / MB * bytes / m.nanos());
    less(out, "median of a value, µs", "one", "%.2f", m -> m.nanos() / MICRO);
    less(out, "p99 of a value, µs", "one", "%.1f", m -> m.nanosP99() / MICRO);
    less(out, "bytes allocated a value", "all", "%,.0f", m -> m.bytes() / count);
    out.printf(
        Locale.ROOT,
        "%n| %,d characters of | rampart, ms | t(4n)/t(n) | bytes a character | peer, ms |"
            + " t(4n)/t(n) | rampart is better by |%n|---|---|---|---|---|---|---|%n",
        chars);
    for (HostileValue hostile : HostileValue.values()) {
      hostile(out, hostile);
    }
  }

  private void more(PrintStream out, String title, String form, ToDoubleFunction<Measurement> f) {
    double ours = value(InjectionDetector.RAMPART, "all", f);
    double theirs = value(InjectionDetector.PEER, "all", f);
    row(out, title, number(form, ours), number(form, theirs), times(ours / theirs));
  }

  private void less(
      PrintStream out, String title, String name, String form, ToDoubleFunction<Measurement> f) {
    double ours = value(InjectionDetector.RAMPART, name, f);
    double theirs = value(InjectionDetector.PEER, name, f);
    row(out, title, number(form, ours), number(form, theirs), times(theirs / ours));
  }

  private double value(String subject, String benchmark, ToDoubleFunction<Measurement> f) {
    return measured.stream()
        .filter(m -> m.subject().equals(subject) && m.benchmark().equals(benchmark))
        .mapToDouble(f)
        .findFirst()
        .orElse(Double.NaN);
  }

  private void hostile(PrintStream out, HostileValue hostile) {
    double ours = nanos(InjectionDetector.RAMPART, hostile, chars);
    double theirs = nanos(InjectionDetector.PEER, hostile, chars);
    row(
        out,
        code(hostile.piece()),
        lossOr(InjectionDetector.RAMPART, hostile, number("%.2f", ours / MILLI)),
        number("%.1f", ours / nanos(InjectionDetector.RAMPART, hostile, chars / 4)),
        number("%.1f", find(InjectionDetector.RAMPART, hostile, chars, Measurement::bytes) / chars),
        lossOr(InjectionDetector.PEER, hostile, number("%.2f", theirs / MILLI)),
        number("%.1f", theirs / nanos(InjectionDetector.PEER, hostile, chars / 4)),
        times(theirs / ours));
  }

  private double nanos(String subject, HostileValue hostile, int length) {
    return find(subject, hostile, length, Measurement::nanos);
  }

  private double find(
      String subject, HostileValue hostile, int length, ToDoubleFunction<Measurement> f) {
    return measured.stream()
        .filter(m -> m.subject().equals(subject))
        .filter(m -> m.hostile().equals(hostile.name()))
        .filter(m -> m.chars().equals(Integer.toString(length)))
        .mapToDouble(f)
        .findFirst()
        .orElse(Double.NaN);
  }

  private String lossOr(String subject, HostileValue hostile, String otherwise) {
    return losses.stream()
        .filter(loss -> loss.subject().equals(subject) && loss.hostile() == hostile)
        .map(Loss::what)
        .findFirst()
        .orElse(otherwise);
  }

  private static String code(String text) {
    return text.contains("`") ? "`` " + text + " ``" : "`" + text + "`";
  }

  private static String times(double ratio) {
    return Double.isNaN(ratio) ? "-" : number("%.2f", ratio) + (ratio < 1 ? " (lost)" : "");
  }

  private static String number(String form, double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, form, value);
  }

  private static void row(PrintStream out, String... columns) {
    out.println("| " + String.join(" | ", columns) + " |");
  }
}
