package dev.rampart.benchmark.inspection.speed;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Judges many different values, one after the other on one thread. Every pass and every value is a
 * sample, so that their median is not moved by a moment in which the machine did something else.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ValuesBenchmark {

  /** Who judges: {@link InjectionDetector#RAMPART} or {@link InjectionDetector#PEER}. */
  @Param("rampart")
  public String subject = "";

  /** The jar of the peer. */
  @Param("")
  public String peerJar = "";

  /** The folder of the values; empty for our own. */
  @Param("")
  public String corpora = "";

  private InjectionDetector judge = _ -> false;
  private String[] values = new String[0];
  private int next;

  /** Reads the values. */
  @Setup
  public void read() {
    judge = InjectionDetector.of(subject, peerJar);
    values = SpeedValues.of(corpora).values();
  }

  /** One pass over all values. */
  @Benchmark
  public int all() {
    int refused = 0;
    for (String value : values) {
      refused += judge.refuses(value) ? 1 : 0;
    }
    return refused;
  }

  /** One value, for the spread over values. */
  @Benchmark
  public boolean one() {
    String value = values[next];
    next = next + 1 == values.length ? 0 : next + 1;
    return judge.refuses(value);
  }
}
