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

/** Judges one long value that was made to be slow. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HostileBenchmark {

  /** Who judges: {@link InjectionDetector#RAMPART} or {@link InjectionDetector#PEER}. */
  @Param("rampart")
  public String subject = "";

  /** The jar of the peer. */
  @Param("")
  public String peerJar = "";

  /** The value. */
  @Param("LESS")
  public HostileValue hostile = HostileValue.LESS;

  /** Its length in characters. */
  @Param("65536")
  public int chars;

  private InjectionDetector judge = _ -> false;
  private String value = "";

  /** Makes the value. */
  @Setup
  public void make() {
    judge = InjectionDetector.of(subject, peerJar);
    value = hostile.value(chars);
  }

  /** One pass over the value. */
  @Benchmark
  public boolean judge() {
    return judge.refuses(value);
  }
}
