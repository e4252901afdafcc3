package dev.rampart.benchmark.inspection.speed;

import dev.rampart.benchmark.Arguments;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks of the inspector, and of a peer in the same run, and prints one table. */
public final class Speed {

  private static final int LARGE = 1 << 16;
  private static final int SMALL = LARGE / 4;
  private static final int WARM_UP_PASSES = 20;

  private final String corpora;
  private final String peerJar;
  private final SpeedValues values;
  private final SpeedTable table;

  private Speed(String corpora, String peerJar) {
    this.corpora = corpora;
    this.peerJar = peerJar;
    this.values = SpeedValues.of(corpora);
    if (!peerJar.isEmpty()) {
      // A jar that is none is refused now and not after minutes.
      var _ = InjectionDetector.of(InjectionDetector.PEER, peerJar);
    }
    this.table = new SpeedTable(values, LARGE);
  }

  /** Arguments: a folder of corpora, if there is one, and {@code --peer JAR}. */
  public static void main(String[] args) throws RunnerException, InterruptedException {
    try {
      Arguments arguments = new Arguments(args);
      String peerJar = arguments.option("--peer");
      List<String> words = arguments.words(0, 1);
      Speed speed = new Speed(words.isEmpty() ? "" : words.getFirst(), peerJar);
      speed.measure(InjectionDetector.RAMPART);
      if (!peerJar.isEmpty()) {
        speed.measure(InjectionDetector.PEER);
      }
      speed.table.print(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      System.err.println("speed: " + e.getMessage());
      System.exit(2);
    }
  }

  private void measure(String subject) throws RunnerException, InterruptedException {
    System.err.println(subject);
    run(
        options(subject, ValuesBenchmark.class)
            .forks(1)
            .warmupTime(TimeValue.seconds(2))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(2))
            .param("corpora", corpora));
    InjectionDetector judge = InjectionDetector.of(subject, peerJar);
    warmUp(judge);
    for (HostileValue hostile : HostileValue.values()) {
      String loss = HostileProbe.loss(judge, hostile, LARGE);
      if (loss.isEmpty()) {
        System.err.println(subject + ": " + hostile);
        run(
            options(subject, HostileBenchmark.class)
                .forks(0)
                .warmupTime(TimeValue.milliseconds(300))
                .measurementIterations(3)
                .measurementTime(TimeValue.milliseconds(300))
                .param("hostile", hostile.name())
                .param("chars", Integer.toString(SMALL), Integer.toString(LARGE)));
      } else {
        table.lost(subject, hostile, loss);
      }
    }
  }

  /** A hostile value meets a process that has served others, so these run in this one, warm. */
  private void warmUp(InjectionDetector judge) {
    int refused = 0;
    for (int i = 0; i < WARM_UP_PASSES; i++) {
      for (String value : values.values()) {
        refused += judge.refuses(value) ? 1 : 0;
      }
    }
    if (refused == 0) {
      throw new IllegalStateException("nothing is refused");
    }
  }

  private ChainedOptionsBuilder options(String subject, Class<?> benchmark) {
    return new OptionsBuilder()
        .include(benchmark.getName())
        .param("subject", subject)
        .param("peerJar", peerJar)
        .warmupIterations(3)
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
  }

  private void run(ChainedOptionsBuilder options) throws RunnerException {
    for (RunResult result : new Runner(options.build()).run()) {
      table.take(Measurement.of(result));
    }
  }
}
