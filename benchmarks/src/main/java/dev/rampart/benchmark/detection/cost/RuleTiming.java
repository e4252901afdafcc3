package dev.rampart.benchmark.detection.cost;

import com.sun.management.ThreadMXBean;
import dev.rampart.benchmark.detection.peer.Peer;
import dev.rampart.benchmark.detection.peer.PeerRule;
import dev.rampart.domain.detection.signal.Signal;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Times the rules of one peer on streams of signals, with fresh rules for each stream. */
final class RuleTiming {

  private static final int CLOCK_CALLS = 100_000;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Peer peer;
  private final List<List<Signal>> streams;
  private final int signals;
  private final List<Long> rounds = new ArrayList<>();
  private final List<Long> cpuRounds = new ArrayList<>();
  private long alerts;

  RuleTiming(Peer peer, List<List<Signal>> streams) {
    this.peer = peer;
    this.streams = streams;
    this.signals = streams.stream().mapToInt(List::size).sum();
  }

  String name() {
    return peer.name();
  }

  /** Runs all streams once; the round counts if it is measured. */
  void round(boolean measured) {
    long start = System.nanoTime();
    long cpuStart = THREADS.getCurrentThreadCpuTime();
    for (List<Signal> stream : streams) {
      PeerRule rule = peer.fresh().get();
      for (Signal signal : stream) {
        alerts += rule.take(signal).size();
      }
    }
    if (measured) {
      cpuRounds.add(THREADS.getCurrentThreadCpuTime() - cpuStart);
      rounds.add(System.nanoTime() - start);
    }
  }

  /** Returns signals a second in the median round, waiting for the processor included. */
  double perSecond() {
    return perSecond(rounds);
  }

  /** Returns signals a second of the thread's own time; collections of the heap are not in it. */
  double perCpuSecond() {
    return perSecond(cpuRounds);
  }

  private double perSecond(List<Long> nanos) {
    return NANOS_PER_SECOND
        * signals
        / new Quantiles(nanos.stream().mapToLong(Long::longValue).toArray()).median();
  }

  /** Returns the nanoseconds of single signals, without those of reading the clock. */
  Quantiles singly() {
    long clock = clockNanos();
    long[] nanos = new long[signals];
    int next = 0;
    for (List<Signal> stream : streams) {
      PeerRule rule = peer.fresh().get();
      for (Signal signal : stream) {
        long start = System.nanoTime();
        alerts += rule.take(signal).size();
        nanos[next++] = Math.max(0, System.nanoTime() - start - clock);
      }
    }
    return new Quantiles(nanos);
  }

  /** Returns the median nanoseconds between two readings of the clock. */
  static long clockNanos() {
    long[] nanos = new long[CLOCK_CALLS];
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      nanos[i] = System.nanoTime() - start;
    }
    return new Quantiles(nanos).median();
  }

  /** Returns the bytes that one signal allocates on average. */
  long allocatedBytes() {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    round(false);
    return (THREADS.getCurrentThreadAllocatedBytes() - before) / signals;
  }

  /** Returns the bytes of heap that the rules hold at the end of all streams. */
  long heldBytes() {
    List<PeerRule> rules = new ArrayList<>();
    long before = HeapUse.bytes();
    for (List<Signal> stream : streams) {
      PeerRule rule = peer.fresh().get();
      stream.forEach(signal -> alerts += rule.take(signal).size());
      rules.add(rule);
    }
    long held = HeapUse.bytes() - before;
    // Used afterwards, so that the rules are not collected before.
    return rules.isEmpty() ? 0 : held;
  }

  /** Returns how many alerts there were in all runs so far: work that cannot be optimised away. */
  long alerts() {
    return alerts;
  }
}
