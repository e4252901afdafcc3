package dev.rampart.adapter.in.apigateway.router;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The outcome of a call that was given a limited time. */
sealed interface TimedCall<T> {

  record Done<T>(T value) implements TimedCall<T> {}

  record Failed<T>(RuntimeException failure) implements TimedCall<T> {}

  record TimedOut<T>() implements TimedCall<T> {}

  /** Makes the call on a thread of its own, and interrupts it when the time is up. */
  static <T> TimedCall<T> within(Duration timeout, Supplier<T> call) {
    if (!timeout.isPositive()) {
      return new TimedOut<>();
    }
    FutureTask<T> task = new FutureTask<>(call::get);
    Thread.ofVirtual().start(task);
    try {
      return new Done<>(task.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      task.cancel(true);
      return new TimedOut<>();
    } catch (ExecutionException e) {
      return new Failed<>(
          e.getCause() instanceof RuntimeException failure
              ? failure
              : new IllegalStateException("the call ended with an error", e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      task.cancel(true);
      return new Failed<>(new IllegalStateException("interrupted", e));
    }
  }

  /** Returns what went wrong; empty if the call is done or timed out. */
  default Optional<RuntimeException> cause() {
    return this instanceof Failed<T>(RuntimeException failure)
        ? Optional.of(failure)
        : Optional.empty();
  }
}
