package dev.rampart.local.attack;

import java.time.Duration;

/** How the time of a play passes. */
public interface PlayClock {

  /** Returns how long the play has lasted. */
  Duration elapsed();

  /** Waits until the play has lasted so long. */
  void await(Duration time) throws InterruptedException;

  /** Returns a clock of a play that begins now, in real time. */
  static PlayClock start() {
    long beginNanos = System.nanoTime();
    return new PlayClock() {
      @Override
      public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - beginNanos);
      }

      @Override
      public void await(Duration time) throws InterruptedException {
        Thread.sleep(time.minus(elapsed()));
      }
    };
  }
}
