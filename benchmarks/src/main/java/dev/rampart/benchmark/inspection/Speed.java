package dev.rampart.benchmark.inspection;

import com.sun.management.ThreadMXBean;
import dev.rampart.domain.inspection.FieldKind;
import dev.rampart.domain.inspection.Inspector;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Measures the inspector on one thread, warm, in CPU time: a corpus, then hostile values. */
public final class Speed {

  private static final List<String> HOSTILE =
      List.of(
          "<", "/", "'", "\"", "${", "<!--", "(", "%25", "&#", "../", "a ", "%", "`", "{{", "\\");
  private static final int ROUNDS = 14;
  private static final int HOSTILE_CHARS = 1 << 16;
  private static final double NANOS = 1e9;

  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Speed() {}

  /** Argument: the folder of the corpora. */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("usage: Speed CORPORA");
      System.exit(2);
    }
    var values = Corpus.read(Path.of(args[0])).stream().map(Row::payload).toList();
    var inspector = Inspector.standard();
    throughput(inspector, values);
    latency(inspector, values);
    for (var unit : HOSTILE) {
      hostile(inspector, unit);
    }
  }

  private static double seconds(Inspector inspector, List<String> values) {
    var start = THREAD.getCurrentThreadCpuTime();
    var scores = 0.0;
    for (var value : values) {
      scores += inspector.inspect(FieldKind.PROSE, value).score();
    }
    if (Double.isNaN(scores)) {
      throw new IllegalStateException("no scores");
    }
    return (THREAD.getCurrentThreadCpuTime() - start) / NANOS;
  }

  private static void throughput(Inspector inspector, List<String> inOrder) {
    var values = new java.util.ArrayList<>(inOrder);
    Collections.shuffle(values, new Random(1));
    var chars = values.stream().mapToLong(String::length).sum();
    for (var round = 0; round < ROUNDS; round++) {
      var allocated = THREAD.getCurrentThreadAllocatedBytes();
      var seconds = seconds(inspector, values);
      var each = (THREAD.getCurrentThreadAllocatedBytes() - allocated) / values.size();
      System.out.printf(
          Locale.ROOT,
          "round %d: %.0f values/s, %.1f M characters/s, %d bytes allocated a value%n",
          round,
          values.size() / seconds,
          chars / seconds / 1e6,
          each);
    }
  }

  private static void latency(Inspector inspector, List<String> values) {
    var nanos = new long[values.size()];
    for (var i = 0; i < nanos.length; i++) {
      var start = System.nanoTime();
      nanos[i] = inspector.inspect(FieldKind.PROSE, values.get(i)).score() < 0 ? 0 : start;
      nanos[i] = System.nanoTime() - nanos[i];
    }
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "median %.1f us, p99 %.1f us%n",
        nanos[nanos.length / 2] / 1e3,
        nanos[nanos.length * 99 / 100] / 1e3);
  }

  private static void hostile(Inspector inspector, String unit) {
    var large = List.of(unit.repeat(HOSTILE_CHARS / unit.length()));
    var small = List.of(unit.repeat(HOSTILE_CHARS / unit.length() / 4));
    var largeSeconds = Double.MAX_VALUE;
    var smallSeconds = Double.MAX_VALUE;
    for (var round = 0; round < ROUNDS; round++) {
      largeSeconds = Math.min(largeSeconds, seconds(inspector, large));
      smallSeconds = Math.min(smallSeconds, seconds(inspector, small));
    }
    System.out.printf(
        Locale.ROOT,
        "64 Ki of %s: %.2f ms, t(4n)/t(n) %.1f%n",
        unit,
        largeSeconds * 1e3,
        largeSeconds / smallSeconds);
  }
}
