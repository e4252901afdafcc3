package dev.rampart.local.command;

import dev.rampart.local.stack.LocalRun;
import dev.rampart.local.stack.Progress;
import dev.rampart.local.stack.RunFailure;
import dev.rampart.local.stack.RunSettings;
import dev.rampart.local.stack.instance.Instance;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** A run that other commands find by its instance file, until the process is told to end. */
final class StandingRun {
  private final Stopper stopper;
  private final Instance instance;

  private StandingRun(Stopper stopper, Instance instance) {
    this.stopper = stopper;
    this.instance = instance;
  }

  /** Starts it and writes the instance file, which must name no other that runs. */
  static StandingRun start(RunSettings settings, Progress progress, InstanceOption option)
      throws RunFailure, IOException {
    Stopper stopper = new Stopper();
    Runtime.getRuntime().addShutdownHook(new Thread(stopper, "stop"));
    LocalRun.Ready ready = stopper.owns(LocalRun.start(settings, progress));
    stopper.before(option::clean);
    try {
      option.file().write(ready.instance());
    } catch (IOException e) {
      // Or the stopper would call it a good end.
      stopper.stop();
      throw e;
    }
    return new StandingRun(stopper, ready.instance());
  }

  Instance instance() {
    return instance;
  }

  /** Does something before the run is stopped. */
  void beforeStop(AutoCloseable one) {
    stopper.before(one);
  }

  /** Stops it now. */
  void stop() {
    stopper.stop();
  }

  /** Never returns: the process ends when it is told to. */
  void stay() throws InterruptedException {
    new CountDownLatch(1).await();
  }
}
